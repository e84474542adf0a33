package org.liaison.platform.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Access tokens (访问令牌) that a person makes for a program, or for the console where a password alone does not do. A token acts
 * under one binding of its owner, for reading alone where its owner says so, until its last day; it never reaches what
 * belongs to the account itself: password, second factor, sessions, tokens. Thread-safe.
 */
@ProviderType
public interface AccessTokens {
    /** What every token begins with. */
    String PREFIX = "lat_";

    /**
     * Makes a token for oneself.
     *
     * @param name what it is for, 1 to 100 characters
     * @param acting the binding it acts under, as in {@link Callers#login}; null = the caller's acting one
     * @param readOnly whether it may only read
     * @param until last day in Asia/Shanghai, within 366 days from today
     * @throws Invalid {@code NAME_FORM}, {@code UNTIL_RANGE}, {@code ACTING_UNKNOWN}
     * @throws Conflict {@code TOKEN_LIMIT} when there are 20, {@code RE_DELEGATION} for a right that was handed over
     */
    Made make(Caller caller, String name, String acting, boolean readOnly, LocalDate until);

    /** One's own tokens, the newest first. */
    List<AccessToken> own(Caller caller);

    /** Ends one of one's own tokens. @throws NotFound when one has none with this id */
    void revokeOwn(Caller caller, String id);

    /**
     * Who uses a token; costs one indexed select.
     *
     * @return empty when there is no such token, it has ended, or its owner may no longer do what it was made for
     */
    Optional<Caller> caller(String token, Channel channel, String source);

    /** The tokens of an account, or of all, at most 200, the newest first ({@code platform.token.list}). */
    List<AccessToken> list(Caller caller, String account);

    /** Ends a token ({@code platform.token.revoke}). @throws NotFound when there is none with this id */
    void revoke(Caller caller, String id);

    /** A token that was made: shown here and never again. */
    record Made(String token, AccessToken row) {
        @Override
        public String toString() {
            return "Made[" + row + "]";
        }
    }

    /**
     * A token as it is listed.
     *
     * @param acting the binding it acts under
     * @param until last day in Asia/Shanghai
     * @param usedAt last use, to the minute; null = never
     */
    record AccessToken(
            String id,
            String account,
            String name,
            String acting,
            boolean readOnly,
            LocalDate until,
            Instant madeAt,
            Instant usedAt) {}
}

package org.liaison.platform.api;

import java.util.Optional;
import javax.security.auth.Subject;
import org.osgi.annotation.versioning.ProviderType;

/** The one login of the platform (登录), used by REST, SOAP and console alike. Thread-safe. */
@ProviderType
public interface Callers {
    /**
     * Checks a password and builds the caller. Takes the time of one slow hash unless the same password was verified for
     * the unchanged account within the last five minutes.
     *
     * @param acting the chosen binding: a {@link Scope} id (office), a role name or {@code ROLE@SCOPE}; null = the only one
     * @return empty when account or password is wrong, or the account is not active: the same answer after the same work
     * @throws TooMany when the queue of waiting checks is full
     * @throws Invalid when {@code acting} names no binding of the account ({@code ACTING_UNKNOWN})
     */
    Optional<Caller> login(String account, char[] password, Channel channel, String source, String acting);

    /**
     * Checks a UsernameToken of WS-Security (profile 1.1) and builds the caller. A time in the token has to be within five
     * minutes of the platform's clock; a nonce is taken once within ten minutes, whichever node it comes to. A digest needs
     * both and is for legacy accounts alone whose secret is kept for it.
     *
     * @return empty when account, password or digest is wrong, or the account is not active: the same answer after the
     *     same work
     * @throws Forbidden {@code TOKEN_EXPIRED}, {@code TOKEN_INCOMPLETE}, {@code TOKEN_UNREADABLE} for the token as such,
     *     {@code TOKEN_REPLAYED} when its nonce was used
     * @throws TooMany when too many checks wait, or an account has used too many nonces
     */
    Optional<Caller> login(UsernameToken token, String source, String acting);

    /**
     * The caller of an already authenticated subject (console).
     *
     * @throws Forbidden when the subject carries no account of the platform
     */
    Caller of(Subject subject, Channel channel, String acting);

    /** The platform itself running a job. */
    Caller system(String job);
}

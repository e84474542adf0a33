package org.liaison.platform.api;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Sessions of people (会话): rows that every node sees, found by an opaque token of which only the hash is kept. A session ends by
 * itself when it was not used for a while or has lasted long enough, and with every change of its account: password,
 * roles, state. Thread-safe.
 */
@ProviderType
public interface Sessions {
    /**
     * Opens a session; an account has at most 20, the one unused for longest gives way.
     *
     * @return empty when account or password is wrong, or the account is not active
     * @throws TooMany {@code LOGIN_LOCKED}, or when the queue of waiting logins is full
     * @throws Forbidden {@code CODE_REQUIRED} when the password is right and the account has a second factor
     * @throws Invalid {@code ACTING_UNKNOWN}
     */
    Optional<Opened> open(Login login);

    /**
     * Who uses a session; costs one indexed select.
     *
     * @param source network address
     * @param acting another acting binding for this call; null = the session's own
     * @return empty when there is no such session or it has ended
     */
    Optional<Caller> caller(String token, String source, String acting);

    /** One's own sessions, the last used first. @param token that of the present one; may be null */
    List<Session> own(Caller caller, String token);

    /** Ends one of one's own sessions. @throws NotFound when one has none with this id */
    void endOwn(Caller caller, String id);

    /** Ends the present session. @throws NotFound when the caller has no such session */
    void logout(Caller caller, String token);

    /**
     * Chooses what the present session acts as from now on.
     *
     * @param acting as in {@link Callers#login}
     * @throws Invalid {@code ACTING_UNKNOWN}
     * @throws NotFound when the caller has no such session
     */
    void actAs(Caller caller, String token, String acting);

    /** The sessions of an account, or of all, at most 200, the last used first ({@code platform.session.list}). */
    List<Session> list(Caller caller, String account);

    /** Ends a session ({@code platform.session.end}). @throws NotFound when there is none with this id */
    void end(Caller caller, String id);

    /**
     * Ends all sessions of an account ({@code platform.session.end}).
     *
     * @return how many there were
     * @throws Invalid {@code REQUIRED} when no account is named
     */
    int endAll(Caller caller, String account);

    /**
     * What somebody logs in with.
     *
     * @param code code by time or recovery code of the second factor; null = none
     * @param acting the binding to act as; null = the only one, or chosen later
     * @param source network address
     * @param agent the program's name as it gives it; null = unknown
     */
    record Login(String account, char[] password, String code, String acting, String source, String agent) {
        @Override
        public String toString() {
            return "Login[]";
        }
    }

    /**
     * A session that was opened.
     *
     * @param token 256 random bits, Base64; shown here and never again
     * @param id its public id
     * @param mustChange whether the password has to be changed before anything else
     * @param mustEnrol whether a second factor has to be set up before anything else
     * @param until when it ends however much it is used
     * @param idleSeconds after how long without use it ends
     */
    record Opened(
            String token,
            String id,
            Caller caller,
            boolean mustChange,
            boolean mustEnrol,
            Instant until,
            long idleSeconds) {
        @Override
        public String toString() {
            return "Opened[" + id + "]";
        }
    }

    /**
     * A session as it is listed.
     *
     * @param acting what it acts as; null = not chosen
     * @param source network address it was opened from
     * @param agent the program's name as it gave it; null = unknown
     * @param usedAt last use, to the minute
     * @param current whether it is the one that asks
     */
    record Session(
            String id,
            String account,
            String acting,
            String source,
            String agent,
            Instant openedAt,
            Instant usedAt,
            boolean current) {}
}

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
     * The caller of an already authenticated subject (console).
     *
     * @throws Forbidden when the subject carries no account of the platform
     */
    Caller of(Subject subject, Channel channel, String acting);

    /** The platform itself running a job. */
    Caller system(String job);
}

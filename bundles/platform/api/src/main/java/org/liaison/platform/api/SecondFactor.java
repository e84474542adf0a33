package org.liaison.platform.api;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * One's second factor at login (双因素认证): a code by time (RFC 6238) from an app, and ten recovery codes that work once each.
 * An account that has one logs in by session alone; programs of its owner use a token. Thread-safe.
 */
@ProviderType
public interface SecondFactor {
    /** Whether the caller's account has one that is confirmed. */
    boolean has(Caller caller);

    /**
     * First step: a new secret, which counts for nothing until it is confirmed.
     *
     * @throws Conflict {@code SECOND_FACTOR_EXISTS} when there is a confirmed one: drop it first
     */
    Enrolment enrol(Caller caller);

    /**
     * Second step: proves that the app has the secret. Ends every session of the account.
     *
     * @param code six digits
     * @return the recovery codes, shown once and never again
     * @throws Invalid {@code CODE_WRONG}
     * @throws Conflict {@code NOT_ENROLLED}
     */
    List<String> confirm(Caller caller, String code);

    /**
     * Gives one's own up. Ends every session of the account.
     *
     * @param code six digits, or a recovery code
     * @throws Invalid {@code CODE_WRONG}
     * @throws Conflict {@code NOT_ENROLLED}
     */
    void drop(Caller caller, String code);

    /**
     * Takes that of somebody away who has lost the app and the recovery codes ({@code platform.user.second-factor}).
     *
     * @throws Conflict {@code NOT_ENROLLED}
     */
    void reset(Caller caller, String account);

    /**
     * A secret for an app.
     *
     * @param secret Base32, to be typed
     * @param uri {@code otpauth://totp/…}, to be shown as QR code
     */
    record Enrolment(String secret, String uri) {
        @Override
        public String toString() {
            return "Enrolment[]";
        }
    }
}

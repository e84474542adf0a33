package org.liaison.registration.api;

/**
 * What an application starts with.
 *
 * @param officeId the office, not yet registered
 * @param legacyCertificateNo number of the old certificate when a clerk enters an office of old again (存量补录); else null
 * @param form the form of an office of old; else null, it is put afterwards
 */
public record NewApplication(String officeId, String legacyCertificateNo, Form form) {
    /** A draft. */
    public static NewApplication of(String officeId) {
        return new NewApplication(officeId, null, null);
    }
}

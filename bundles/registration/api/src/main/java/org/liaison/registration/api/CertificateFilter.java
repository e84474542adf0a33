package org.liaison.registration.api;

import org.liaison.registration.api.ApplicationFilter.Claim;

/**
 * Which certificates a list shows; null = any.
 *
 * @param state one state; TO_PRINT is the print queue
 * @param hostCity code of list host-city
 * @param claim MINE, FREE or null
 * @param officeId one office
 * @param number one certificate number
 */
public record CertificateFilter(CertificateState state, String hostCity, Claim claim, String officeId, String number) {
    public static final CertificateFilter ALL = new CertificateFilter(null, null, null, null, null);
}

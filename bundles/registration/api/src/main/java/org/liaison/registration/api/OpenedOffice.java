package org.liaison.registration.api;

/**
 * An office just opened.
 *
 * @param oneTimePassword password of the new head account, shown this once; null when the account existed or the answer
 *     is a repeat
 */
public record OpenedOffice(Office office, String headAccount, String oneTimePassword) {}

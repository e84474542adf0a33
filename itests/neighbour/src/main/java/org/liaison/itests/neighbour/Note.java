package org.liaison.itests.neighbour;

/**
 * A note on an office.
 *
 * @param version row version
 */
public record Note(String id, long version, String officeId, String text) {}

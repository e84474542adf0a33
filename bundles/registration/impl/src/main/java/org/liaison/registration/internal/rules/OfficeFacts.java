package org.liaison.registration.internal.rules;

/**
 * What an office was opened with; the form must say the same.
 *
 * @param name name of the office
 * @param hostCity code of list host-city
 * @param dispatcherName name of the dispatching unit
 */
public record OfficeFacts(String name, String hostCity, String dispatcherName) {}

package org.liaison.registration.api;

/**
 * Whom a case can be passed on to (可转办人员).
 *
 * @param account login name
 * @param name the person's name
 */
public record Colleague(String account, String name) {}

package org.liaison.registration.api;

/**
 * The blank form (空白证) that a copy is printed on.
 *
 * @param copyId id of the copy
 * @param formNo number printed on the blank form, 1 to 30 letters, digits and hyphens; each is used once
 */
public record BlankForm(String copyId, String formNo) {}

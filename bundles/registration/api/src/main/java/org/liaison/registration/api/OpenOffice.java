package org.liaison.registration.api;

import java.time.LocalDate;

/**
 * What a clerk opens an office with (开户).
 *
 * @param name name of the office
 * @param hostCity code of list host-city; there is no default
 * @param dispatcher the dispatching unit: picked by USCC, else by name and division; made when there is none
 * @param letterNo number of the dispatching unit's letter
 * @param letterDate its day
 * @param headAccount account of the first head: an existing one or a new one
 * @param headName the head's name; needed for a new account
 */
public record OpenOffice(
        String name,
        String hostCity,
        Form.Dispatcher dispatcher,
        String letterNo,
        LocalDate letterDate,
        String headAccount,
        String headName) {}

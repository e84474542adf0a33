package org.liaison.registration.api;

import java.time.LocalDate;
import org.liaison.platform.api.rules.CodeOf;

/**
 * An office (办事机构) as others see it, domain page 2.4.
 *
 * @param registrationNo registration number {@code 370100-2026-0007}; null before registration
 * @param dispatcherId row id of the dispatching unit
 * @param hostCity code of list host-city
 * @param registeredOn day of registration, Asia/Shanghai; null before
 * @param certificateNo number of the present certificate; null before registration
 */
public record Office(
        String id,
        long version,
        String registrationNo,
        String name,
        String dispatcherId,
        String dispatcherName,
        @CodeOf("host-city") String hostCity,
        OfficeStatus status,
        LocalDate registeredOn,
        String certificateNo) {}

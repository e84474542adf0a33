package org.liaison.platform.api.account;

import java.time.LocalDate;

/**
 * What somebody hands over while away (委托).
 *
 * @param taker account that acts instead
 * @param from first day in Asia/Shanghai, today or later
 * @param until last day, inclusive; at most 90 days in all, and never longer than the giver's own right
 * @param reason why, 1 to 500 characters
 */
public record NewDelegation(String taker, LocalDate from, LocalDate until, String reason) {}

package org.liaison.platform.api.notice;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A notice in somebody's inbox (通知, domain page 2.22).
 *
 * @param id opaque
 * @param version row version; 0 unread, more when read
 * @param rule which rule it comes from, e.g. {@code registration.application.returned}
 * @param subject type of the thing it is about, e.g. {@code application}
 * @param subjectId its id
 * @param officeId office the thing belongs to; null for things of no office
 * @param title a few fixed words
 * @param text one sentence or two, Chinese
 * @param dueOn last day for what is to be done, in Asia/Shanghai; null when nothing is due
 * @param createdAt when it was written
 * @param readAt when it was marked as read; null = unread
 */
public record Notice(
        String id,
        long version,
        String rule,
        String subject,
        String subjectId,
        String officeId,
        String title,
        String text,
        LocalDate dueOn,
        Instant createdAt,
        Instant readAt) {}

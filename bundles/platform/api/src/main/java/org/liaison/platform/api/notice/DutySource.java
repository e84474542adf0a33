package org.liaison.platform.api.notice;

import java.time.LocalDate;
import org.liaison.platform.api.Page;
import org.liaison.platform.api.PageRequest;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A contribution of a context: what is due, for whom, until when (待办期限). Asked once a day and at start; it computes from its
 * own rows and the day and writes nothing, so a context that was away has nothing to catch up on. Thread-safe.
 */
@ConsumerType
public interface DutySource {
    /**
     * What is due on a day.
     *
     * @param day day in Asia/Shanghai
     * @param page cursor and size; the cursor is the source's own
     */
    Page<Duty> duties(LocalDate day, PageRequest page);
}

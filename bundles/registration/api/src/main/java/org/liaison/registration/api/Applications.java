package org.liaison.registration.api;

import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import org.liaison.platform.api.Caller;
import org.liaison.platform.api.Page;
import org.liaison.platform.api.PageRequest;
import org.liaison.platform.api.Role;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Filing applications (备案登记申请): the main way of domain page 3.1. Every write takes the version the caller saw and may
 * carry an idempotency key. Errors of every method: {@code NotFound} (missing or foreign), {@code Forbidden}, {@code Conflict}
 * ({@code STALE}, {@code ILLEGAL_TRANSITION}, {@code KEY_REUSED}, {@code NOT_CLAIMED}, {@code SAME_PERSON}), {@code Invalid},
 * {@code Unavailable}. Thread-safe.
 */
@ProviderType
public interface Applications {
    /**
     * Starts a draft for an office that is not registered, or enters an office of old for review.
     *
     * @throws org.liaison.platform.api.Conflict {@code OPEN_APPLICATION}, {@code OFFICE_REGISTERED}
     */
    Application create(Caller caller, NewApplication request, String key);

    /** Puts the whole form of a draft or of a returned application. */
    Application putForm(Caller caller, String id, long version, Form form, String key);

    /** Puts number and day of a material's document; the files are added apart. */
    Application putMaterial(
            Caller caller, String id, long version, String code, String documentNo, LocalDate documentDate, String key);

    /** Adds a file to a material of a draft or a returned application, or a photo (code ONSITE) of an on-site check; the stream is read once and not closed. */
    Application addFile(
            Caller caller, String id, long version, String code, String fileName, InputStream content, String key);

    /** Takes a file of a draft away. */
    Application removeFile(Caller caller, String id, long version, String fileId, String key);

    /** Content of a file; the caller closes it. A view of a Bureau person is audited with the reason. */
    InputStream openFile(Caller caller, String id, String fileId, String reason);

    /**
     * One identity number of the form, whole (查看完整身份证号). The view is audited with its reason before the number is read.
     *
     * @param path {@code head.idNumber} or {@code deputies[0].idNumber}, as in the form
     * @param reason why, 1 to 200 characters
     * @throws org.liaison.platform.api.Invalid {@code PATH}, {@code REASON}, {@code TEXT_ID_NUMBER}
     */
    String viewIdentityNumber(Caller caller, String id, String path, String reason);

    /**
     * Fires an event of the workflow. Further errors: {@code Conflict} {@code ILLEGAL_TRANSITION} with the legal events,
     * {@code NOT_CLAIMED}, {@code CLAIMED}, {@code SAME_PERSON}, {@code PROPOSAL_PENDING}, {@code LETTER_NOT_TICKED},
     * {@code WARNINGS_OPEN}; {@code Invalid} with every path that is wrong, the case stays as it was.
     */
    Application fire(Caller caller, String id, long version, Step step, String key);

    /** What submission would say now; changes nothing. */
    Precheck precheck(Caller caller, String id);

    /**
     * Acts on applications after a place in the order, oldest first.
     *
     * @param after cursor of the last one seen; 0 = from the beginning
     * @param limit 1 to 200
     */
    List<Change> changes(Caller caller, long after, int limit);

    /** One application within the caller's scope. */
    Application get(Caller caller, String id);

    /**
     * What one submission of an application froze, for whoever sees the application.
     *
     * @param revision 1 = the first submission
     * @throws org.liaison.platform.api.NotFound also when there was no such submission
     */
    Submitted submission(Caller caller, String id, int revision);

    /** A list or queue, newest change first. */
    Page<ApplicationRow> list(Caller caller, ApplicationFilter filter, PageRequest page);

    /** How many applications a list under the same filter holds, by state, in the order of the states. */
    List<ApplicationCount> counts(Caller caller, ApplicationFilter filter);

    /**
     * People of the Bureau whom a case may be passed on to or sent to a place, active today, in the order of their accounts;
     * 50 at most. For those who may pass a case on.
     *
     * @param role CLK, REV or LDR
     * @throws org.liaison.platform.api.Invalid {@code ROLE} for any other role
     */
    List<Colleague> colleagues(Caller caller, Role role);
}

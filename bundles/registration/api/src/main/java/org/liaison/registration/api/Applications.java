package org.liaison.registration.api;

import java.io.InputStream;
import java.time.LocalDate;
import org.liaison.platform.api.Caller;
import org.liaison.platform.api.Page;
import org.liaison.platform.api.PageRequest;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Filing applications (备案登记申请): the main way of domain page 3.1. Every write takes the version the caller saw and may
 * carry an idempotency key. Errors of every method: {@code NotFound} (missing or foreign), {@code Forbidden}, {@code Conflict}
 * ({@code STALE}, {@code ILLEGAL_TRANSITION}, {@code KEY_REUSED}, {@code NOT_CLAIMED}, {@code SAME_PERSON}), {@code Invalid},
 * {@code Unavailable}. Thread-safe.
 */
@ProviderType
public interface Applications {
    /** Starts a draft for an office that is not registered. @throws org.liaison.platform.api.Conflict {@code OPEN_APPLICATION} */
    Application create(Caller caller, String officeId, String key);

    /** Puts the whole form of a draft. */
    Application putForm(Caller caller, String id, long version, Form form, String key);

    /** Puts number and day of a material's document; the files are added apart. */
    Application putMaterial(
            Caller caller, String id, long version, String code, String documentNo, LocalDate documentDate, String key);

    /** Adds a file to a material of a draft; the stream is read once and not closed. */
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

    /** Submits. @throws org.liaison.platform.api.Invalid with every path that is wrong; the draft stays */
    Application submit(Caller caller, String id, long version, String key);

    /** Claims a case of one's queue (领取). @throws org.liaison.platform.api.Conflict {@code CLAIMED} by another */
    Application claim(Caller caller, String id, long version, String key);

    /** Gives a claimed case back (放回). */
    Application release(Caller caller, String id, long version, String key);

    /** Hands a claimed case to a colleague of the same role (转办). */
    Application reassign(Caller caller, String id, long version, String account, String key);

    /** Accepts (受理). */
    Application accept(Caller caller, String id, long version, String opinion, String key);

    /** Sends to review (送审) with the clerk's opinion. */
    Application sendToReview(Caller caller, String id, long version, String opinion, String key);

    /** Agrees (同意,报批) with the reviewer's opinion. */
    Application agree(Caller caller, String id, long version, String opinion, String key);

    /**
     * Approves (准予备案): decision number, registration number, the office REGISTERED, the first version rows of office,
     * head, premises and structure, and the certificate TO_PRINT, all in one transaction.
     */
    Application approve(Caller caller, String id, long version, String opinion, String key);

    /** One application within the caller's scope. */
    Application get(Caller caller, String id);

    /** A list or queue, newest change first. */
    Page<ApplicationRow> list(Caller caller, ApplicationFilter filter, PageRequest page);
}

package org.liaison.registration.api;

import java.util.List;
import org.liaison.platform.api.Caller;
import org.liaison.platform.api.Page;
import org.liaison.platform.api.PageRequest;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Certificates (登记证) from the print queue to the hand-over: domain page 3.2 up to VALID. Every write takes the version the
 * caller saw and may carry an idempotency key. Errors of every method: {@code NotFound} (missing or foreign), {@code
 * Forbidden}, {@code Conflict} ({@code STALE}, {@code ILLEGAL_TRANSITION}, {@code KEY_REUSED}, {@code NOT_CLAIMED}), {@code
 * Invalid}, {@code Unavailable}. Thread-safe.
 */
@ProviderType
public interface Certificates {
    /** Claims a certificate of the print queue (领取). @throws org.liaison.platform.api.Conflict {@code CLAIMED} by another */
    Certificate claim(Caller caller, String id, long version, String key);

    /** Gives a claimed certificate back (放回). */
    Certificate release(Caller caller, String id, long version, String key);

    /** Hands a claimed certificate to a colleague of the same role (转办). */
    Certificate reassign(Caller caller, String id, long version, String account, String key);

    /**
     * Prints (制证): every copy that has no good sheet, each on a blank form of its own.
     *
     * @throws org.liaison.platform.api.Conflict {@code PUBLIC_URL_MISSING} when the platform has no public address to put
     *     into the QR code; {@code FORM_USED} when a blank form was used before
     * @throws org.liaison.platform.api.Invalid when a form number is wrong, a copy is missing or one too many
     */
    Certificate print(Caller caller, String id, long version, List<BlankForm> forms, String key);

    /** Records a printed sheet as waste (登记废证): the certificate goes back to the queue with its number and token. */
    Certificate spoil(Caller caller, String id, long version, String formNo, String reason, String key);

    /**
     * Hands over (发证): the certificate becomes VALID and the one before leaves VALID in the same transaction.
     *
     * @throws org.liaison.platform.api.Invalid {@code COPIES_OUT} when a copy of the certificate before neither came back nor
     *     was declared lost
     */
    Certificate handOver(Caller caller, String id, long version, Handover handover, String key);

    /** One certificate within the caller's scope. */
    Certificate get(Caller caller, String id);

    /** A list or the print queue, newest change first. */
    Page<CertificateRow> list(Caller caller, CertificateFilter filter, PageRequest page);

    /**
     * Checks a certificate by the token of its QR code (查验). Open to everybody, {@link Caller#anonymous} included; says no
     * more than {@link CertificateCheck} whoever asks, and does the same work whether the token is known, unknown or none.
     */
    CertificateCheck check(Caller caller, String token);
}

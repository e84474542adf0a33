package org.liaison.platform.api;

import java.io.InputStream;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Files of business objects (附件). A file is first staged (streamed to disk under a bound and encrypted under a data key of
 * its own, hashed, its type detected, synced and renamed), then its row is written in the act that owns it: a row never names a file that is not there.
 * Rights are those of the owner row: callers check them first. Thread-safe.
 */
@ProviderType
public interface Attachments {
    /**
     * Takes a file in, outside of any transaction.
     *
     * @param fileName 1 to 200 characters of text; kept as text only
     * @throws Invalid {@code FILE_TYPE} (content is none of pdf, ofd, jpg, png, docx, or not what its name says),
     *     {@code FILE_TOO_LARGE} (20 MB), {@code FILE_EMPTY}, {@code FILE_NAME}, {@code FILE_MACRO},
     *     {@code FILE_UNREADABLE}, {@code FILE_LOCKED} (encrypted), {@code PICTURE_TOO_LARGE} (100 million pixels),
     *     {@code TEXT_ID_NUMBER} (a name with an identity number), {@code SECRECY_MARK} (a name marked as secret)
     * @throws Unavailable {@code STORE_FULL} when the disk is full; nothing is left behind
     */
    Staged stage(InputStream content, String fileName);

    /**
     * Writes the row of a staged file inside the running act.
     *
     * @throws Invalid {@code CASE_TOO_LARGE} when the owner's files together would pass 200 MB
     */
    Attachment keep(Unit unit, Staged staged, String ownerType, String ownerId, String officeId, String kind);

    /** Removes a staged file whose act did not commit. Does nothing when it was kept. */
    void discard(Staged staged);

    /** The files of one owner, in the order of upload. */
    List<Attachment> of(String ownerType, String ownerId);

    /** Takes a file of a draft away inside the running act; the content goes after commit. */
    void remove(Unit unit, String id);

    /**
     * Opens the content, decrypted as it is read; the caller closes the stream. A content that was altered or cut ends with
     * an {@link java.io.IOException}, never as if it were shorter.
     *
     * @throws NotFound when there is no such row
     * @throws Unavailable {@code FILE_DAMAGED} when its first segment or its key is not whole
     */
    InputStream open(String id);

    /**
     * A file taken in, encrypted, but not yet owned by a row.
     *
     * @param size bytes of the clear content
     * @param sha256 of the clear content, lower-case hex
     * @param key its data key, wrapped
     */
    record Staged(String id, String fileName, long size, String sha256, String mediaType, DataKeys.Wrapped key) {}
}

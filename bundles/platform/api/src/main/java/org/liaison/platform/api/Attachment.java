package org.liaison.platform.api;

import java.time.Instant;

/**
 * A stored file (附件).
 *
 * @param id id of the row
 * @param ownerType type of the thing it belongs to, e.g. {@code application}
 * @param ownerId id of that thing
 * @param officeId office that owns it
 * @param kind what it is to its owner, e.g. material code {@code M1}
 * @param fileName name as the sender gave it; text only, never a path
 * @param size bytes
 * @param sha256 of the content, lower-case hex
 * @param mediaType detected from the content, e.g. {@code application/pdf}
 * @param uploadedBy account
 * @param uploadedAt instant
 */
public record Attachment(
        String id,
        String ownerType,
        String ownerId,
        String officeId,
        String kind,
        String fileName,
        long size,
        String sha256,
        String mediaType,
        String uploadedBy,
        Instant uploadedAt) {}

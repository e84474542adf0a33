package org.liaison.registration.internal.service;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.liaison.platform.api.Attachment;
import org.liaison.platform.api.Attachments;
import org.liaison.platform.api.NotFound;
import org.liaison.platform.api.Unit;

/** Attachments in a list; their content is empty. */
public final class KeptAttachments implements Attachments {
    private final List<Attachment> kept = new ArrayList<>();

    @Override
    public Staged stage(InputStream content, String fileName) {
        return new Staged("f" + kept.size(), fileName, 1, "00", "application/pdf", null);
    }

    @Override
    public Attachment keep(Unit unit, Staged staged, String ownerType, String ownerId, String officeId, String kind) {
        Attachment made = new Attachment(
                staged.id(),
                ownerType,
                ownerId,
                officeId,
                kind,
                staged.fileName(),
                1,
                "00",
                staged.mediaType(),
                unit.caller().account(),
                unit.now());
        kept.add(made);
        return made;
    }

    @Override
    public void discard(Staged staged) {}

    @Override
    public List<Attachment> of(String ownerType, String ownerId) {
        return kept.stream()
                .filter(a -> a.ownerType().equals(ownerType) && a.ownerId().equals(ownerId))
                .toList();
    }

    @Override
    public void remove(Unit unit, String id) {
        kept.removeIf(a -> a.id().equals(id));
    }

    @Override
    public InputStream open(String id) {
        if (kept.stream().noneMatch(a -> a.id().equals(id))) {
            throw new NotFound();
        }
        return new ByteArrayInputStream(new byte[0]);
    }
}

package org.liaison.registration.internal.service;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.liaison.platform.api.Attachment;
import org.liaison.platform.api.Attachments;
import org.liaison.platform.api.Caller;
import org.liaison.registration.api.Application;
import org.liaison.registration.api.Application.Material;
import org.liaison.registration.api.Application.MaterialFile;
import org.liaison.registration.api.ApplicationEvent;
import org.liaison.registration.internal.store.ApplicationEntity;
import org.liaison.registration.internal.store.FormJson;
import org.liaison.registration.internal.store.MaterialRow;

/** An application as one caller sees it: identity numbers masked, only the events of the caller's role. */
final class ApplicationViews {
    /** Owner type of an application's files. */
    static final String OWNER = "application";

    private final IdentityReferences identities;
    private final Attachments attachments;

    ApplicationViews(IdentityReferences identities, Attachments attachments) {
        this.identities = identities;
        this.attachments = attachments;
    }

    Application of(ApplicationEntity row, Caller caller) {
        List<ApplicationEvent> events =
                ApplicationWorkflow.TABLE.legal(row.state(), caller.acting().role());
        return new Application(
                row.id(),
                row.version(),
                row.no(),
                row.office().id(),
                row.source(),
                row.state(),
                events,
                row.submittedFirstAt(),
                row.snapshotSha256(),
                row.claimedBy(),
                identities.masked(FormJson.read(row.form()), caller),
                materials(row),
                row.warnings(),
                row.opinions(),
                row.decisionNo(),
                row.decisionDate(),
                row.office().registrationNo(),
                row.office().certificateNo());
    }

    /** A material exists as soon as it has a document or a file. */
    List<Material> materials(ApplicationEntity row) {
        Map<String, MaterialRow> documents =
                row.materials().stream().collect(Collectors.toMap(MaterialRow::code, material -> material));
        Map<String, List<MaterialFile>> files = new TreeMap<>();
        documents.keySet().forEach(code -> files.put(code, List.of()));
        attachments.of(OWNER, row.id()).stream()
                .collect(Collectors.groupingBy(
                        Attachment::kind, Collectors.mapping(ApplicationViews::file, Collectors.toList())))
                .forEach(files::put);
        return files.entrySet().stream()
                .map(entry -> material(documents.get(entry.getKey()), entry.getKey(), entry.getValue()))
                .toList();
    }

    private static Material material(MaterialRow document, String code, List<MaterialFile> files) {
        return document == null
                ? new Material(code, null, null, files)
                : new Material(code, document.documentNo(), document.documentDate(), files);
    }

    private static MaterialFile file(Attachment file) {
        return new MaterialFile(file.id(), file.fileName(), file.size(), file.sha256(), file.mediaType());
    }
}

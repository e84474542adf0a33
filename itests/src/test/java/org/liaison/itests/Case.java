package org.liaison.itests;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.UUID;

/** The ids of everything that belongs to one office. */
record Case(String office, String dispatcher, String application, String file, String certificate, String notice) {
    private static final Set<String> OFFICES = Set.of("getOffice", "createApplication");
    private static final Set<String> APPLICATIONS = Set.of(
            "getApplication",
            "getSubmission",
            "putForm",
            "putMaterial",
            "addFile",
            "removeFile",
            "openFile",
            "finishUpload",
            "viewIdentityNumber",
            "precheck",
            "precheckApplication",
            "printDocument",
            "getDocument",
            "fireStep");
    private static final Set<String> CERTIFICATES = Set.of(
            "getCertificate",
            "claimCertificate",
            "releaseCertificate",
            "reassignCertificate",
            "printCertificate",
            "spoilCertificate",
            "handOverCertificate",
            "printCertificateDocument",
            "getCertificateDocument");
    private static final Set<String> NOTICES = Set.of("getNotice", "readNotice");

    /** Of nothing that is there. */
    static final Case NOTHING = new Case(id(), id(), id(), id(), id(), id());

    /** Looks the ids up. @param filing of an office; without a certificate while it has none */
    static Case of(Container container, Filing filing) throws Exception {
        JsonNode office = Offices.json(new Offices(container).get("clk", filing.office));
        JsonNode certificates = Offices.json(container.send(container
                .request("clk", "/api/registration/v1/certificates?officeId=" + filing.office)
                .GET()));
        JsonNode notices = Offices.json(
                container.send(filing.request("/api/platform/v1/notices").GET()));
        return new Case(
                filing.office,
                office.get("dispatcherId").asText(),
                filing.id,
                filing.read().at("/materials/0/files/0/id").asText(),
                certificates.at("/items/0/id").asText(null),
                notices.at("/items/0/id").asText(null));
    }

    /** The thing that a face of REST or SOAP is about; null for one that is about none. */
    String thing(String name) {
        if (OFFICES.contains(name)) {
            return office;
        }
        if (APPLICATIONS.contains(name)) {
            return application;
        }
        if (CERTIFICATES.contains(name)) {
            return certificate;
        }
        return NOTICES.contains(name) ? notice : null;
    }

    /** Of nothing that is there. */
    static String id() {
        return UUID.randomUUID().toString();
    }
}

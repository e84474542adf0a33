package org.liaison.itests;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What the auditor reads on the console: {@code platform:audit-verify --json}.
 *
 * @param records sealed records that were proved
 * @param unsealed records so young that their seal is still to come
 */
record AuditProof(long records, int unsealed, List<String> faults) {
    static AuditProof of(Container container) throws IOException {
        String printed = container.console("aud", "platform:audit-verify --json");
        JsonNode proof = Offices.JSON.readTree(printed.substring(printed.indexOf('{')));
        List<String> faults = new ArrayList<>();
        proof.get("faults").forEach(fault -> faults.add(fault.toString()));
        return new AuditProof(
                proof.get("records").asLong(), proof.get("unsealed").size(), faults);
    }
}

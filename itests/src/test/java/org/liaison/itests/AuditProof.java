package org.liaison.itests;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * What the auditor reads on the console: {@code platform:audit-verify --json}.
 *
 * @param records sealed records that were proved
 * @param unsealed records so young that their seal is still to come
 */
record AuditProof(long records, int unsealed, List<String> faults) {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /** The proof once every record has its seal: on a server a killed node's lease has to run out first. */
    static AuditProof sealed(Container container) throws IOException {
        Instant end = Instant.now().plus(PATIENCE);
        AuditProof proof = of(container);
        while (proof.faults().stream().anyMatch(fault -> fault.contains("UNSEALED"))
                && Instant.now().isBefore(end)) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(500));
            proof = of(container);
        }
        return proof;
    }

    static AuditProof of(Container container) throws IOException {
        String printed = container.console("aud", "platform:audit-verify --json");
        JsonNode proof = Offices.JSON.readTree(printed.substring(printed.indexOf('{')));
        List<String> faults = new ArrayList<>();
        proof.get("faults").forEach(fault -> faults.add(fault.toString()));
        return new AuditProof(
                proof.get("records").asLong(), proof.get("unsealed").size(), faults);
    }
}

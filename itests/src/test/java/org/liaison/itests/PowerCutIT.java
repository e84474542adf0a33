package org.liaison.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.Test;

/** Nothing acknowledged is lost, and the audit trail is whole, when the process is killed in the middle of writes. */
public class PowerCutIT {
    private static final int WANTED = 20;

    @Test
    public void everyAcknowledgedOffice_isThereOnce_afterAKill() throws Exception {
        try (Container container = Container.warm()) {
            container.start().await("clk", Offices.PATH, 200);
            Offices offices = new Offices(container);
            Map<String, String> acknowledged = new ConcurrentHashMap<>();
            ExecutorService clerks = Executors.newFixedThreadPool(4);
            for (int i = 0; i < 4; i++) {
                clerks.submit(() -> open(offices, acknowledged));
            }
            await(acknowledged);
            container.kill();
            clerks.shutdownNow();
            assertThat(clerks.awaitTermination(1, TimeUnit.MINUTES)).isTrue();

            container.start().await("clk", Offices.PATH, 200);
            for (Map.Entry<String, String> office : acknowledged.entrySet()) {
                HttpResponse<String> answer = offices.get("clk", office.getKey());
                assertThat(answer.statusCode()).isEqualTo(200);
                assertThat(Offices.json(answer).get("name").asText()).isEqualTo(office.getValue());
            }

            container.await(null, "/system/ready", 200);
            AuditProof proof = AuditProof.sealed(container);
            assertThat(proof.faults()).isEmpty();
            assertThat(proof.records() + proof.unsealed()).isGreaterThanOrEqualTo(acknowledged.size());
        }
    }

    private static Void open(Offices offices, Map<String, String> acknowledged) throws Exception {
        while (!Thread.currentThread().isInterrupted()) {
            ObjectNode request = Offices.request();
            try {
                HttpResponse<String> answer = offices.open("clk", request, null);
                if (answer.statusCode() == 201) {
                    JsonNode office = Offices.json(answer).get("office");
                    acknowledged.put(
                            office.get("id").asText(), office.get("name").asText());
                }
            } catch (IOException cut) {
                return null;
            }
        }
        return null;
    }

    private static void await(Map<String, String> acknowledged) {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(3);
        while (acknowledged.size() < WANTED) {
            assertThat(System.nanoTime())
                    .as("acknowledged so far: %d", acknowledged.size())
                    .isLessThan(end);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
    }
}

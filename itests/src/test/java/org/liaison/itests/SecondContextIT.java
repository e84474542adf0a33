package org.liaison.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.inject.Inject;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.liaison.itests.neighbour.Notes;
import org.ops4j.pax.exam.junit.PaxExam;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;

/** A second context stays up while registration is away; only what needs registration says so. Runs inside the container. */
@RunWith(PaxExam.class)
public class SecondContextIT {
    private static final String NOTES = "/api/neighbour/v1/notes";

    private Inside inside;

    @Inject
    private BundleContext container;

    @Inject
    private Notes notes;

    @Before
    public void ready() throws Exception {
        inside = new Inside();
    }

    @Test
    public void secondContext_staysUp_whileRegistrationIsAway() throws Exception {
        String office = Offices.JSON
                .readTree(ok(inside.post(Offices.PATH, Offices.request().toString()), 201))
                .at("/office/id")
                .asText();
        String note = Offices.JSON
                .createObjectNode()
                .put("officeId", office)
                .put("text", "拜访")
                .toString();
        String path = NOTES + "/"
                + Offices.JSON
                        .readTree(ok(inside.post(NOTES, note), 200))
                        .get("id")
                        .asText();
        assertThat(ok(inside.get(path + "/office"), 200)).contains(office);

        Bundle registration = Inside.bundle(container, "org.liaison.registration.impl");
        registration.stop();
        try {
            assertThat(ok(inside.get(path), 200)).contains("拜访");
            assertThat(ok(inside.post(NOTES, note), 200)).contains(office);
            assertThat(ok(inside.get(path + "/office"), 503)).contains("\"UNAVAILABLE\"", "备案登记暂时不可用");
        } finally {
            registration.start();
        }
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
        while (inside.get(path + "/office").statusCode() != 200) {
            assertThat(System.nanoTime()).as("registration is back").isLessThan(end);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
        assertThat(container.getService(container.getServiceReference(Notes.class)))
                .as("the service of the second context is the one from before")
                .isSameAs(notes);
    }

    @Test
    public void testsAndTheirContexts_refreshNothing() throws Exception {
        assertThat(Files.readAllLines(Inside.log())).noneMatch(line -> line.contains("Refreshing bundles:"));
    }

    private static String ok(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return answer.body();
    }
}

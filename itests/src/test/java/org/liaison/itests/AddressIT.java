package org.liaison.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.inject.Inject;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.junit.PaxExam;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;

/** An address lives as long as its bundle is installed; nobody else notices. Runs inside the container. */
@RunWith(PaxExam.class)
public class AddressIT {
    private static final String ME = "/api/platform/v1/me";
    private static final String NOTE = "/api/neighbour/v1/notes/none";

    @Inject
    private BundleContext container;

    @Test
    public void stoppedBundle_isWaitedFor_thenSaidToBeAway_andItsNeighboursAnswer() throws Exception {
        Inside inside = new Inside();
        Bundle endpoint = Inside.bundle(container, "org.liaison.registration.endpoint");
        assertThat(inside.get(Offices.PATH).statusCode()).isEqualTo(200);
        endpoint.stop();
        try {
            long start = System.nanoTime();
            CompletableFuture<HttpResponse<String>> held = inside.ask(Offices.PATH);
            assertThat(inside.get(ME).statusCode()).isEqualTo(200);
            assertThat(inside.get(NOTE).statusCode()).isEqualTo(404);
            assertThat(inside.get("/cxf").statusCode()).isEqualTo(404);
            assertThat(held).isNotDone();
            HttpResponse<String> answer = held.get(1, TimeUnit.MINUTES);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .isGreaterThanOrEqualTo(Duration.ofSeconds(ShippedDistribution.WAIT_SECONDS));
        } finally {
            endpoint.start();
        }
        assertThat(inside.get(Offices.PATH).statusCode()).isEqualTo(200);
    }

    @Test
    public void heldRequest_passes_whenTheBundleIsBack() throws Exception {
        Inside inside = new Inside();
        Bundle endpoint = Inside.bundle(container, "org.liaison.registration.endpoint");
        endpoint.stop();
        CompletableFuture<HttpResponse<String>> held;
        try {
            held = inside.ask(Offices.PATH);
            assertThat(inside.get(ME).statusCode()).isEqualTo(200);
            assertThat(held).isNotDone();
        } finally {
            endpoint.start();
        }
        assertThat(held.get(1, TimeUnit.MINUTES).statusCode()).isEqualTo(200);
    }

    @Test
    public void uninstalledBundle_isRememberedForAWhile_thenItsAddressIsUnknown() throws Exception {
        Inside inside = new Inside();
        Bundle neighbour = Inside.bundle(container, "org.liaison.itests.neighbour");
        String location = neighbour.getLocation();
        neighbour.uninstall();
        try {
            HttpResponse<String> answer = inside.ask(NOTE).get(1, TimeUnit.MINUTES);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(404);
            assertThat(answer.body()).contains("NO_SUCH_PATH");
            assertThat(inside.get(Offices.PATH).statusCode()).isEqualTo(200);
        } finally {
            container.installBundle(location).start();
        }
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
        while (inside.get(NOTE).body().contains("NO_SUCH_PATH")) {
            assertThat(System.nanoTime()).as("the second context is back").isLessThan(end);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
    }
}

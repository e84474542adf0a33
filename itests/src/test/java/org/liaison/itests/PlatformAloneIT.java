package org.liaison.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.Test;

/** The ground floor is complete without a context: {@code liaison-platform} alone on the groups of others. */
public class PlatformAloneIT {
    @Test
    public void platform_servesAlone_andKnowsNoContext() throws Exception {
        try (Container container = Container.fresh()) {
            Path boot = container.home().resolve("etc/org.apache.karaf.features.cfg");
            String features = Files.readString(boot);
            assertThat(features).contains("(liaison-registration,liaison-portal)");
            Files.writeString(boot, features.replace("(liaison-registration,liaison-portal)", "(liaison-platform)"));
            Files.writeString(container.home().resolve("etc/org.liaison.web.cfg"), "bodySeconds = 3\n");

            container.start().await("clk", "/api/platform/v1/me", 200).await(null, "/system/ready", 200);

            assertThat(container
                            .send(container.request("clk", Offices.PATH).GET())
                            .statusCode())
                    .isEqualTo(404);
            assertThat(dripped(container)).startsWith("HTTP/1.1 408 ").contains("\"UPLOAD_TIMEOUT\"", "内容未能在规定时间内传完");
            assertThat(container.complaints()).isEmpty();
            assertThat(container.log()).noneMatch(line -> line.contains("Refreshing bundles:"));
        }
    }

    /** Sends a body byte by byte, never idle for long, until there is an answer. */
    private static String dripped(Container container) throws IOException {
        URI address = URI.create(container.address());
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            String head = "PUT /api/platform/v1/me/password HTTP/1.1\r\nHost: " + address.getAuthority()
                    + "\r\nAuthorization: "
                    + Container.basic("clk", container.passwords().get("clk"))
                    + "\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            socket.setSoTimeout(300);
            InputStream in = socket.getInputStream();
            for (int sent = 0; sent < 200; sent++) {
                socket.getOutputStream().write(' ');
                try {
                    int first = in.read();
                    socket.setSoTimeout(30_000);
                    return (char) first + new String(in.readAllBytes(), StandardCharsets.UTF_8);
                } catch (SocketTimeoutException e) {
                    // no answer yet: the next byte
                    assertThat(e).hasMessageContaining("timed out");
                }
            }
        }
        return "no answer in a minute";
    }
}

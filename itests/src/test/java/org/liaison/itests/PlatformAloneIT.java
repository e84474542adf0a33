package org.liaison.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.Test;

/** The ground floor is complete without a context: {@code liaison-platform} alone on the groups of others. */
public class PlatformAloneIT {
    @Test
    public void platform_servesAlone_andKnowsNoContext() throws Exception {
        try (Container container = new Container()) {
            Path boot = container.home().resolve("etc/org.apache.karaf.features.cfg");
            String features = Files.readString(boot);
            assertThat(features).contains("(liaison-registration)");
            Files.writeString(boot, features.replace("(liaison-registration)", "(liaison-platform)"));

            container.start().await("clk", "/api/platform/v1/me", 200).await(null, "/system/ready", 200);

            assertThat(container
                            .send(container.request("clk", Offices.PATH).GET())
                            .statusCode())
                    .isEqualTo(404);
            assertThat(container.complaints()).isEmpty();
            assertThat(container.log()).noneMatch(line -> line.contains("Refreshing bundles:"));
        }
    }
}

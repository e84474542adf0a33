package org.liaison.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.Test;

public class BootTest {
    @Test
    public void withoutOurs_leavesTheThirdPartyFeaturesThatAreShipped() throws Exception {
        String shipped = Files.readString(
                Path.of("../../karaf-distribution/src/main/resources/etc/org.apache.karaf.features.cfg"));
        String alone = Boot.withoutOurs(shipped);
        assertThat(shipped).contains("liaison-registration");
        assertThat(alone)
                .doesNotContain("liaison-registration")
                .containsPattern("\\(http-whiteboard,third-party-[^)]*\\)\\R")
                .contains("featuresBootAsynchronous");
    }
}

package org.liaison.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import org.junit.Test;

/** The archive as a bureau starts it: no Maven repository, no network, settings by environment, no demonstration. */
public class OfflineBootIT {
    @Test
    public void isReadyWithOnlyTheFirstAccount_whenThereIsNoNetworkAndNoRepository() throws Exception {
        try (Container container = Container.fresh()) {
            // Whatever asks for a repository or the network finds an empty home and a proxy that nobody serves.
            container
                    .start(
                            "LIAISON_DEMO=false",
                            "EXTRA_JAVA_OPTS=-Duser.home=" + container.home()
                                    + " -Dhttp.proxyHost=127.0.0.1 -Dhttp.proxyPort=9"
                                    + " -Dhttps.proxyHost=127.0.0.1 -Dhttps.proxyPort=9")
                    .await(null, "/system/ready", 200);
            assertThat(Files.readAllLines(container.accounts()))
                    .singleElement()
                    .asString()
                    .startsWith("sec\t");
            assertThat(container.stop()).as("the container stops when asked to").isTrue();
        }
    }
}

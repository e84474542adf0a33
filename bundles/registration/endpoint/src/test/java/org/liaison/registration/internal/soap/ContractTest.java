package org.liaison.registration.internal.soap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.Test;

/** The SOAP contract is checked in for its readers; it, the packed one and the shared schema may not differ. */
public class ContractTest {
    private static final Path SOURCE = Path.of("src/main/wsdl");
    private static final Path PACKED = Path.of("target/classes/wsdl");
    private static final Path DOCS = Path.of("../../../docs/soap-api");
    private static final Path SHARED = Path.of("../../platform/web/src/main/resources/schema");

    @Test
    public void documentedAndPackedContractAreTheSource_always() throws IOException {
        for (String file : new String[] {"registration-v1.wsdl", "registration-v1.xsd", "liaison-platform-v1.xsd"}) {
            String source = Files.readString(SOURCE.resolve(file));
            assertThat(Files.readString(DOCS.resolve(file)))
                    .as("docs/soap-api/" + file)
                    .isEqualTo(source);
            assertThat(Files.readString(PACKED.resolve(file)))
                    .as("wsdl/" + file + " in the bundle")
                    .isEqualTo(source);
        }
    }

    @Test
    public void faultSchemaIsThePlatforms_always() throws IOException {
        assertThat(Files.readString(SOURCE.resolve("liaison-platform-v1.xsd")))
                .isEqualTo(Files.readString(SHARED.resolve("liaison-platform-v1.xsd")));
    }
}

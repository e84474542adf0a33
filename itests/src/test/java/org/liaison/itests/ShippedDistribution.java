package org.liaison.itests;

import static org.ops4j.pax.exam.CoreOptions.bundle;
import static org.ops4j.pax.exam.CoreOptions.composite;
import static org.ops4j.pax.exam.CoreOptions.mavenBundle;
import static org.ops4j.pax.exam.CoreOptions.systemProperty;
import static org.ops4j.pax.exam.CoreOptions.vmOption;
import static org.ops4j.pax.exam.CoreOptions.vmOptions;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.configureConsole;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.editConfigurationFilePut;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.karafDistributionConfiguration;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.keepRuntimeFolder;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.logLevel;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.ops4j.pax.exam.ConfigurationFactory;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.karaf.options.LogLevelOption.LogLevel;

/** The container of the tests that run inside: the shipped archive with other ports, and two contexts of the tests. */
public final class ShippedDistribution implements ConfigurationFactory {
    /** System property of the container: where it listens. */
    static final String PORT = "liaison.itests.http";
    /** Seconds a request waits for an interface that is away; an address is forgotten a little earlier. */
    static final int WAIT_SECONDS = 10;

    @Override
    public Option[] createConfiguration() {
        String http = String.valueOf(Ports.free());
        String repository = System.getProperty("liaison.m2");
        return new Option[] {
            karafDistributionConfiguration()
                    .frameworkUrl(new File(System.getProperty("liaison.distribution"))
                            .toURI()
                            .toString())
                    .unpackDirectory(new File("target/exam"))
                    .useDeployFolder(false),
            keepRuntimeFolder(),
            configureConsole().ignoreLocalConsole().ignoreRemoteShell(),
            logLevel(LogLevel.INFO),
            systemProperty(PORT).value(http),
            editConfigurationFilePut("etc/org.ops4j.pax.web.cfg", "org.osgi.service.http.port", http),
            editConfigurationFilePut("etc/org.apache.karaf.shell.cfg", "sshPort", String.valueOf(Ports.free())),
            editConfigurationFilePut("etc/org.liaison.platform.cfg", "demo", "true"),
            editConfigurationFilePut("etc/org.liaison.platform.cfg", "demoData", "false"),
            editConfigurationFilePut(
                    "etc/org.ops4j.pax.url.mvn.cfg", "org.ops4j.pax.url.mvn.localRepository", repository),
            editConfigurationFilePut("etc/org.liaison.web.cfg", "waitSeconds", String.valueOf(WAIT_SECONDS)),
            editConfigurationFilePut("etc/org.liaison.web.cfg", "graceSeconds", String.valueOf(WAIT_SECONDS - 3)),
            vmOption("-Xmx512m"),
            vmOptions(Container.SHORT_LIVED.toArray(String[]::new)),
            vmOptions(launcher()),
            mavenBundle("net.bytebuddy", "byte-buddy", "1.14.11"),
            mavenBundle("org.assertj", "assertj-core", "3.25.3"),
            composite(database()),
            bundle(context("ledger")),
            bundle(context("neighbour"))
        };
    }

    /** The settings of the database that this run is about. */
    private static Option[] database() {
        if (!System.getProperty("liaison.itests.db").equals("postgresql")) {
            return new Option[0];
        }
        try {
            return PostgresServer.shared().create().configuration().entrySet().stream()
                    .map(value ->
                            editConfigurationFilePut("etc/org.liaison.database.cfg", value.getKey(), value.getValue()))
                    .toArray(Option[]::new);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Options of bin/karaf that Pax Exam, which starts the JVM itself, does not know. */
    private static String[] launcher() {
        String endorsed = "lib/endorsed/org.apache.karaf.specs.";
        String version = "-" + System.getProperty("liaison.karaf") + ".jar";
        return new String[] {
            "--add-reads=java.xml=java.logging",
            "--add-exports=java.base/org.apache.karaf.specs.locator=java.xml,ALL-UNNAMED",
            "--patch-module",
            "java.base=" + endorsed + "locator" + version,
            "--patch-module",
            "java.xml=" + endorsed + "java.xml" + version,
            "--add-opens=java.base/java.security=ALL-UNNAMED",
            "--add-opens=java.base/java.net=ALL-UNNAMED",
            "--add-opens=java.base/java.lang=ALL-UNNAMED",
            "--add-opens=java.base/java.util=ALL-UNNAMED",
            "--add-opens=java.naming/javax.naming.spi=ALL-UNNAMED",
            "--add-opens=java.rmi/sun.rmi.transport.tcp=ALL-UNNAMED",
            "--add-exports=java.base/sun.net.www.protocol.file=ALL-UNNAMED",
            "--add-exports=java.base/sun.net.www.protocol.http=ALL-UNNAMED",
            "--add-exports=java.base/sun.net.www.protocol.https=ALL-UNNAMED",
            "--add-exports=java.base/sun.net.www.protocol.jar=ALL-UNNAMED",
            "--add-exports=java.rmi/sun.rmi.registry=ALL-UNNAMED"
        };
    }

    /** The jar of a context of the tests, as the build made it. */
    static String context(String name) {
        return Path.of(System.getProperty("liaison.root"), "itests", name, "target")
                .resolve("itests-" + name + "-" + System.getProperty("liaison.version") + ".jar")
                .toUri()
                .toString();
    }
}

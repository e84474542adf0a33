package org.liaison.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.Test;

/** The commands of the two pages, as they stand there, lead from a fresh container to registered offices and a certificate. */
public class FirstFilingIT {
    private static final Pattern COMMANDS = Pattern.compile("^```sh\n(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE);

    @Test
    public void pages_leadToRegisteredOffices_overRestAndSoap_andToACertificate() throws Exception {
        Path root = Path.of(System.getProperty("liaison.root"));
        StringBuilder script = new StringBuilder("set -eu\n");
        for (String page : List.of("first-filing.md", "whole-filing.md")) {
            Matcher commands =
                    COMMANDS.matcher(Files.readString(root.resolve("docs").resolve(page)));
            while (commands.find()) {
                script.append(commands.group(1));
            }
        }
        try (Container container = Container.warm()) {
            // the address on the certificate is one that answers here
            container.start("LIAISON_PUBLIC_URL=" + container.address()).await("clk", Filing.APPLICATIONS, 200);
            ProcessBuilder shell = new ProcessBuilder("sh", "-c", script.toString())
                    .directory(root.toFile())
                    .redirectErrorStream(true);
            shell.environment().put("LIAISON", container.address());
            shell.environment().put("ACCOUNTS", container.accounts().toString());
            Process walk = shell.start();
            String output = new String(walk.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(walk.waitFor()).as(output).isZero();
            assertThat(output).contains("驻青岛办事处", "驻青岛联络处", "驻青岛服务处", "有效");
            assertThat(container.complaints()).isEmpty();
        }
    }
}

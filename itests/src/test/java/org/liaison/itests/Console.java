package org.liaison.itests;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.TimeUnit;

/** The console over SSH, as a person with a password reaches it. */
final class Console {
    private final Container container;
    private final String account;
    private final String password;

    Console(Container container, String account, String password) {
        this.container = container;
        this.account = account;
        this.password = password;
    }

    /** Runs a command. @return what it printed */
    String run(String command) throws IOException, InterruptedException {
        Path asked = Files.createTempFile("askpass", ".sh");
        Path output = Files.createTempFile("console", ".out");
        try {
            Files.writeString(asked, "#!/bin/sh\necho '" + password + "'\n");
            Files.setPosixFilePermissions(asked, PosixFilePermissions.fromString("rwx------"));
            ProcessBuilder ssh = new ProcessBuilder(
                    "ssh",
                    "-p",
                    String.valueOf(container.ssh()),
                    "-o",
                    "LogLevel=ERROR",
                    "-o",
                    "StrictHostKeyChecking=no",
                    "-o",
                    "UserKnownHostsFile=/dev/null",
                    "-o",
                    "PreferredAuthentications=password,keyboard-interactive",
                    account + "@127.0.0.1",
                    command);
            ssh.environment().put("SSH_ASKPASS", asked.toString());
            ssh.environment().put("SSH_ASKPASS_REQUIRE", "force");
            ssh.environment().put("LC_ALL", "C.UTF-8");
            Process process = ssh.redirectErrorStream(true)
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .redirectOutput(output.toFile())
                    .start();
            if (!process.waitFor(90, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
            return Files.readString(output, StandardCharsets.UTF_8);
        } finally {
            Files.delete(asked);
            Files.delete(output);
        }
    }
}

package org.liaison.itests;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.channel.ChannelExec;
import org.apache.sshd.client.channel.ClientChannelEvent;
import org.apache.sshd.client.keyverifier.AcceptAllServerKeyVerifier;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.SshException;

/** The console over SSH, as an operator uses it. */
final class Console {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Container container;
    private final String account;
    private final String password;

    Console(Container container, String account, String password) {
        this.container = container;
        this.account = account;
        this.password = password;
    }

    /** Runs a command. @return what it printed */
    String run(String command) throws IOException {
        return runAll(List.of(command)).get(0);
    }

    /** Runs commands one after the other, each in a login of its own: Karaf ends it with the command. */
    List<String> runAll(List<String> commands) throws IOException {
        try (SshClient client = SshClient.setUpDefaultClient()) {
            // the host key of a container that was unpacked a minute ago is known to nobody
            client.setServerKeyVerifier(AcceptAllServerKeyVerifier.INSTANCE);
            client.start();
            List<String> printed = new ArrayList<>();
            for (String command : commands) {
                printed.add(run(client, command));
            }
            return printed;
        }
    }

    private String run(SshClient client, String command) throws IOException {
        try (ClientSession session = client.connect(account, "127.0.0.1", container.ssh())
                .verify(PATIENCE)
                .getSession()) {
            session.addPasswordIdentity(password);
            session.auth().verify(PATIENCE);
            return printed(session, command);
        } catch (SshException e) {
            if (e.getCause() instanceof TimeoutException) {
                throw new AssertionError("no answer to " + command + "\n" + container.threads("sshd"), e);
            }
            throw e;
        }
    }

    // A refused command ends with a status of its own: what it said is the answer all the same.
    private static String printed(ClientSession session, String command) throws IOException {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        try (ChannelExec channel = session.createExecChannel(command)) {
            channel.setOut(said);
            channel.setErr(said);
            channel.open().verify(PATIENCE);
            channel.waitFor(EnumSet.of(ClientChannelEvent.CLOSED), PATIENCE);
        }
        return said.toString(StandardCharsets.UTF_8);
    }
}

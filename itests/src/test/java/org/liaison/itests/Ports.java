package org.liaison.itests;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Ports that nobody listens on. The system gives none of them to a connection, and no JVM that tests beside this one looks
 * among them: a port is still free when the container has come so far as to listen.
 */
final class Ports {
    private static final int FIRST = Integer.getInteger("liaison.itests.ports");
    private static final int RANGE = 700;
    private static final AtomicInteger NEXT =
            new AtomicInteger(ThreadLocalRandom.current().nextInt(RANGE));

    private Ports() {}

    static int free() {
        while (true) {
            int port = FIRST + NEXT.getAndIncrement() % RANGE;
            try (ServerSocket socket = new ServerSocket(port)) {
                return socket.getLocalPort();
            } catch (IOException taken) {
                continue;
            }
        }
    }
}

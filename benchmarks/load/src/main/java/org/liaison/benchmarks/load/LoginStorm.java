package org.liaison.benchmarks.load;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** Many wrong passwords at once for names that nobody has, each worth a slow hash, and what ordinary readers see of it. */
final class LoginStorm {
    private static final int GUESSERS = 12;
    private static final String SESSION = "/api/platform/v1/sessions";

    /**
     * What was seen.
     *
     * @param perSecond passwords checked
     * @param turnedAway a second, because the queue before the slow hash was full
     * @param processors that the platform used meanwhile
     * @param alone what readers saw before the storm
     * @param beside what readers saw in it
     */
    record Seen(double perSecond, double turnedAway, double processors, Load.Figures alone, Load.Figures beside) {}

    private final Container container;
    private final AtomicInteger checked = new AtomicInteger();
    private final AtomicInteger turnedAway = new AtomicInteger();
    private final AtomicInteger names = new AtomicInteger();

    LoginStorm(Container container) {
        this.container = container;
    }

    Seen run(HttpRequest read, int seconds) throws IOException, InterruptedException {
        Load readers = new Load(container, 1);
        readers.run(read, seconds);
        Load.Figures alone = readers.run(read, seconds);
        AtomicBoolean over = new AtomicBoolean();
        ExecutorService guessers = Executors.newFixedThreadPool(GUESSERS);
        try {
            for (int i = 0; i < GUESSERS; i++) {
                guessers.submit(() -> guess(over));
            }
            double before = container.processorSeconds();
            long begin = System.nanoTime();
            Load.Figures beside = readers.run(read, seconds);
            double took = (System.nanoTime() - begin) / 1e9;
            double used = container.processorSeconds() - before;
            return new Seen(checked.get() / took, turnedAway.get() / took, used / took, alone, beside);
        } finally {
            over.set(true);
            guessers.shutdown();
            guessers.awaitTermination(1, TimeUnit.MINUTES);
        }
    }

    private Void guess(AtomicBoolean over) throws IOException, InterruptedException {
        while (!over.get()) {
            String body = "{\"account\":\"nobody" + names.incrementAndGet() + "\",\"password\":\"a wrong password 1\"}";
            int status = container
                    .send(container
                            .anonymous(SESSION)
                            .setHeader("Accept", "application/json")
                            .header("Content-Type", "application/json")
                            .POST(BodyPublishers.ofString(body)))
                    .statusCode();
            if (status == 401) {
                checked.incrementAndGet();
            } else if (status == 429 || status == 503) {
                turnedAway.incrementAndGet();
            } else {
                throw new IOException("a wrong password was answered with " + status);
            }
        }
        return null;
    }
}

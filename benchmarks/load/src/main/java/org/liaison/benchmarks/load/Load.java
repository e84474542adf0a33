package org.liaison.benchmarks.load;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Sends one request again and again from a few clients. */
final class Load {
    /** What a run showed: requests a second and, in milliseconds, the median and the 99th percentile. */
    record Figures(double perSecond, double median, double p99) {
        static Figures of(List<Long> nanos, double seconds) {
            List<Long> sorted = new ArrayList<>(nanos);
            Collections.sort(sorted);
            return new Figures(nanos.size() / seconds, at(sorted, 0.5), at(sorted, 0.99));
        }

        private static double at(List<Long> sorted, double share) {
            return sorted.get((int) Math.min(sorted.size() - 1L, (long) (sorted.size() * share))) / 1e6;
        }

        /** The run in the middle by rate. */
        static Figures middle(List<Figures> runs) {
            List<Figures> sorted = new ArrayList<>(runs);
            sorted.sort((a, b) -> Double.compare(a.perSecond, b.perSecond));
            return sorted.get(sorted.size() / 2);
        }
    }

    private final Container container;
    private final int clients;

    Load(Container container, int clients) {
        this.container = container;
        this.clients = clients;
    }

    Figures run(HttpRequest request, int seconds) throws InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(clients);
        try {
            long begin = System.nanoTime();
            long end = begin + TimeUnit.SECONDS.toNanos(seconds);
            List<Callable<List<Long>>> work = Collections.nCopies(clients, () -> client(request, end));
            List<Long> times = new ArrayList<>();
            for (Future<List<Long>> done : threads.invokeAll(work)) {
                times.addAll(done.get());
            }
            return Figures.of(times, (System.nanoTime() - begin) / 1e9);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            threads.shutdown();
        }
    }

    private List<Long> client(HttpRequest request, long end) throws IOException, InterruptedException {
        List<Long> times = new ArrayList<>();
        long before = System.nanoTime();
        while (before < end) {
            HttpResponse<String> answer = container.send(request);
            if (answer.statusCode() != 200) {
                throw new IOException(answer.statusCode() + " " + answer.body());
            }
            long after = System.nanoTime();
            times.add(after - before);
            before = after;
        }
        return times;
    }
}

package org.liaison.benchmarks.load;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.liaison.benchmarks.load.Load.Figures;
import org.liaison.benchmarks.load.Statements.Statement;
import org.liaison.benchmarks.load.Statements.Transaction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All figures of docs/performance.md in one run: arguments are archive, peers' jar, work folder, report, sizes. */
public final class Benchmarks {
    private static final Logger LOG = LoggerFactory.getLogger(Benchmarks.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SOAP = "/ws/registration/v1";
    private static final int CLIENTS = 2;

    private final Path archive;
    private final Path peers;
    private final Path work;
    private final Sizes sizes;
    private final Report report = new Report();
    private UseCases.Observed observed;
    private UseCases.Recorded page;
    private Figures submitted;

    /**
     * How much is done.
     *
     * @param boots starts of each container
     * @param drafts applications that are submitted
     * @param rounds runs of each read
     * @param seconds length of a run
     */
    record Sizes(int boots, int drafts, int rounds, int seconds) {
        static Sizes of(String name) {
            return name.equals("quick") ? new Sizes(1, 20, 1, 4) : new Sizes(3, 100, 5, 5);
        }
    }

    private Benchmarks(Path archive, Path peers, Path work, Sizes sizes) {
        this.archive = archive;
        this.peers = peers;
        this.work = work;
        this.sizes = sizes;
    }

    /** Runs everything and writes the report. */
    public static void main(String[] arguments) throws Exception {
        Benchmarks run = new Benchmarks(
                Path.of(arguments[0]), Path.of(arguments[1]), Path.of(arguments[2]), Sizes.of(arguments[4]));
        run.boots();
        run.requests();
        Files.writeString(Path.of(arguments[3]), run.report.text());
    }

    private void boots() throws IOException, InterruptedException {
        Boot boot = new Boot(archive, work);
        List<Boot.Phases> first = new ArrayList<>();
        List<Boot.Phases> second = new ArrayList<>();
        List<Long> firstAlone = new ArrayList<>();
        List<Long> secondAlone = new ArrayList<>();
        for (int round = 0; round < sizes.boots(); round++) {
            LOG.info("start {} of {}", round + 1, sizes.boots());
            List<Long> alone = boot.thirdPartyAlone(round);
            firstAlone.add(alone.get(0));
            secondAlone.add(alone.get(1));
            List<Boot.Phases> ours = boot.ours(round);
            first.add(ours.get(0));
            second.add(ours.get(1));
        }
        report.boot("first start", first, firstAlone);
        report.boot("second start", second, secondAlone);
    }

    private void requests() throws Exception {
        Container container = Container.unpack(archive, work, "requests");
        Files.copy(peers, container.home().resolve("deploy/peers.jar"), StandardCopyOption.REPLACE_EXISTING);
        // the pages without login are measured, not their limit
        Files.writeString(
                container.home().resolve("etc/org.liaison.web.cfg"),
                "publicPerSource = 10000000\npublicTotal = 10000000\n");
        // the queue before the slow hash is measured, not the lock of the one source that all guesses come from
        Files.writeString(container.home().resolve("etc/org.liaison.security.cfg"), "lockSourceAfter = 10000000\n");
        List<Filing> drafts = new ArrayList<>();
        String open;
        try (container) {
            container.start("").await("clk", Filing.APPLICATIONS);
            LOG.info("preparing {} drafts", sizes.drafts());
            for (int i = 0; i < sizes.drafts(); i++) {
                drafts.add(new Filing(container).open().draft().form().materials());
            }
            open = new Filing(container)
                    .open()
                    .draft()
                    .form()
                    .materials()
                    .submit()
                    .id();
        }
        Path before = copy(container.data(), "before");
        List<List<Transaction>> submits = statements(container, drafts, open);
        Path replayed = copy(before, "replayed");
        restore(before, container.data());
        measured(container, drafts, open);
        replay(replayed.resolve("db/liaison"), submits);
    }

    /** Counts what each use case sends, and keeps what the submits sent. */
    private List<List<Transaction>> statements(Container container, List<Filing> drafts, String open) throws Exception {
        List<List<Transaction>> submits = new ArrayList<>();
        try (container) {
            container.start("-Dderby.language.logStatementText=true").await("clk", Filing.APPLICATIONS);
            Statements log = new Statements(
                    container.home().resolve("data").resolve("log").resolve("derby.log"));
            UseCases cases = new UseCases(container, log, report);
            cases.reads(open);
            observed = cases.recorded(open);
            page = cases.mainWay();
            for (Filing draft : drafts) {
                log.next();
                draft.copy().submit();
                submits.add(log.next().stream()
                        .filter(Transaction::committed)
                        .filter(Transaction::writes)
                        .toList());
            }
        }
        return submits;
    }

    private void measured(Container container, List<Filing> drafts, String open) throws Exception {
        try (container) {
            container.start("").await("clk", Filing.APPLICATIONS);
            record(container, "rest", observed.rest());
            record(container, "soap", observed.soap());
            container.await("clk", "/bare/rest/rest");
            HttpRequest rest =
                    container.request("clk", Filing.APPLICATIONS + "/" + open).build();
            HttpRequest bareRest = container.request("clk", "/bare/rest/rest").build();
            HttpRequest soap = UseCases.soap(container, SOAP, open);
            HttpRequest bareSoap = UseCases.soap(container, "/bare/soap", open);
            compare(container, "open one application, REST", rest, bareRest);
            compare(container, "open one application, SOAP", soap, bareSoap);
            certificate(container);
            LOG.info("submitting {} drafts", drafts.size());
            for (Filing draft : drafts) {
                draft.login();
            }
            List<Long> times = new ArrayList<>();
            long begin = System.nanoTime();
            for (Filing draft : drafts) {
                long before = System.nanoTime();
                draft.submit();
                times.add(System.nanoTime() - before);
            }
            submitted = Figures.of(times, (System.nanoTime() - begin) / 1e9);
            LOG.info("a storm of logins");
            report.storm(new LoginStorm(container).run(rest, 2 * sizes.seconds()));
        }
    }

    // One who asks for a page or a sheet after another, not many at once: people print one by one.
    private void certificate(Container container) throws Exception {
        LOG.info("certificate and check page");
        Certificate certificate = new Filing(container)
                .open()
                .draft()
                .form()
                .materials()
                .submit()
                .decide()
                .certificate()
                .claim()
                .print()
                .handOver();
        record(container, "page", page);
        compare(
                container,
                "check page",
                certificate.check(),
                container.anonymous("/bare-page").build());
        Load printer = new Load(container, 1);
        printer.run(certificate.original(), sizes.seconds());
        long before = container.peakMegabytes();
        Figures sheets = printer.run(certificate.original(), sizes.seconds());
        report.printed("certificate as PDF (A3)", sheets, before, container.peakMegabytes());
    }

    private void compare(Container container, String what, HttpRequest ours, HttpRequest bare)
            throws InterruptedException {
        LOG.info("{}", what);
        Load load = new Load(container, CLIENTS);
        load.run(bare, sizes.seconds());
        load.run(ours, sizes.seconds());
        List<Figures> first = new ArrayList<>();
        List<Figures> second = new ArrayList<>();
        for (int round = 0; round < sizes.rounds(); round++) {
            second.add(load.run(bare, sizes.seconds()));
            first.add(load.run(ours, sizes.seconds()));
        }
        report.compared(what, Figures.middle(first), Figures.middle(second));
    }

    private void replay(Path database, List<List<Transaction>> submits) throws Exception {
        try (Replay replay = new Replay(database)) {
            long begin = System.nanoTime();
            List<Long> times = replay.run(submits);
            report.compared("submit", submitted, Figures.of(times, (System.nanoTime() - begin) / 1e9));
        }
    }

    private static void record(Container container, String name, UseCases.Recorded read)
            throws IOException, InterruptedException {
        ObjectNode json = JSON.createObjectNode().put("answer", read.answer());
        ArrayNode statements = json.putArray("statements");
        for (Statement statement : read.statements()) {
            ObjectNode one = statements.addObject().put("sql", statement.sql());
            ArrayNode values = one.putArray("values");
            statement.values().forEach(values::add);
        }
        // what lies in deploy/ starts a little after the rest
        container.await(
                "the peers",
                () -> container
                                .send(container
                                        .request("clk", "/bare/rest/" + name)
                                        .header("Content-Type", "application/octet-stream")
                                        .PUT(HttpRequest.BodyPublishers.ofString(json.toString())))
                                .statusCode()
                        < 300);
    }

    private Path copy(Path from, String name) throws IOException {
        Path to = work.resolve(name);
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        return to;
    }

    private static void restore(Path from, Path to) throws IOException, InterruptedException {
        Container.run("rm", "-rf", to.toString());
        Container.run("cp", "-a", from.toString(), to.toString());
    }
}

package org.liaison.benchmarks.load;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.liaison.benchmarks.load.Statements.Statement;
import org.liaison.benchmarks.load.Statements.Transaction;

/** Runs each use case once while the database writes down what it executes. */
final class UseCases {
    /** One read: the statements of the business, the login's left out, and the bytes it answered. */
    record Recorded(List<Statement> statements, String answer) {}

    /** The read that is measured, over both interfaces. */
    record Observed(Recorded rest, Recorded soap) {}

    /** Something that may fail. */
    private interface Action {
        void run() throws IOException, InterruptedException;
    }

    private final Container container;
    private final Statements log;
    private final Report report;

    UseCases(Container container, Statements log, Report report) {
        this.container = container;
        this.log = log;
        this.report = report;
    }

    static HttpRequest soap(Container container, String path, String id) throws IOException {
        return container
                .request("clk", path)
                .header("Content-Type", "text/xml; charset=UTF-8")
                .header("SOAPAction", "\"\"")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "<soap:Envelope xmlns:soap=\"http://schemas.xmlsoap.org/soap/envelope/\"><soap:Body>"
                                + "<getApplication xmlns=\"urn:liaison:registration:v1\"><id>" + id
                                + "</id></getApplication></soap:Body></soap:Envelope>",
                        StandardCharsets.UTF_8))
                .build();
    }

    void reads(String open) throws IOException, InterruptedException {
        HttpRequest rest =
                container.request("clk", Filing.APPLICATIONS + "/" + open).build();
        // the first of each kind loads classes and fills what is kept of the rules
        container.send(rest);
        container.send(soap(container, "/ws/registration/v1", open));
        count("open one application, REST", () -> container.send(rest));
        count("open one application, SOAP", () -> container.send(soap(container, "/ws/registration/v1", open)));
        count(
                "queue of submitted applications",
                () -> container.send(container.request("clk", Filing.APPLICATIONS + "?state=SUBMITTED&limit=50")));
        count(
                "list of offices",
                () -> container.send(container.request("clk", "/api/registration/v1/offices?limit=50")));
    }

    Observed recorded(String open) throws IOException, InterruptedException {
        log.next();
        String rest = container
                .send(container.request("clk", Filing.APPLICATIONS + "/" + open))
                .body();
        List<Statement> ofRest = business(log.next());
        String soap =
                container.send(soap(container, "/ws/registration/v1", open)).body();
        List<Statement> ofSoap = business(log.next());
        return new Observed(new Recorded(ofRest, rest), new Recorded(ofSoap, payload(soap)));
    }

    private static String payload(String envelope) {
        int from = envelope.indexOf('>', envelope.indexOf(":Body")) + 1;
        return envelope.substring(from, envelope.lastIndexOf("</", envelope.lastIndexOf(":Body>")));
    }

    /** @return the read of the check page, as it was observed */
    Recorded mainWay() throws IOException, InterruptedException {
        // once unseen, so that nothing is counted that happens the first time only
        new Filing(container)
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
        Filing filing = new Filing(container);
        count("open an office", filing::open);
        count("new draft", filing::draft);
        count("save the form", filing::form);
        count("materials: 7 saved, 8 files", filing::materials);
        count("submit", filing::submit);
        count("claim", () -> filing.step("clk", "claim", "{}"));
        count("tick the letter", filing::tick);
        filing.answerWarnings();
        count("accept", () -> filing.step("clk", "acceptance", Filing.OPINION));
        count("send to review", () -> filing.step("clk", "review", Filing.OPINION));
        filing.step("rev", "claim", "{}");
        count("agree", () -> filing.step("rev", "agreement", Filing.OPINION));
        filing.step("ldr", "claim", "{}");
        count("approve", () -> filing.step("ldr", "approval", Filing.OPINION));
        Certificate certificate = filing.certificate();
        count("claim a certificate", certificate::claim);
        count("print it", certificate::print);
        count("hand it over", certificate::handOver);
        count("check page", () -> container.send(certificate.check()));
        String page = container.send(certificate.check()).body();
        return new Recorded(business(log.next()), page);
    }

    private void count(String what, Action action) throws IOException, InterruptedException {
        log.next();
        action.run();
        List<Transaction> found = log.next();
        List<Statement> statements = found.stream()
                .flatMap(transaction -> transaction.statements().stream())
                .filter(statement -> !statement.isValidation())
                .toList();
        report.counted(
                what,
                statements.size(),
                statements.stream().filter(Statement::writes).count(),
                found.stream()
                        .filter(Transaction::committed)
                        .filter(Transaction::writes)
                        .count());
    }

    private static List<Statement> business(List<Transaction> transactions) {
        return transactions.stream()
                .flatMap(transaction -> transaction.statements().stream())
                .filter(statement -> !statement.sql().toLowerCase(Locale.ROOT).contains("security."))
                .filter(statement -> !statement.isValidation())
                .toList();
    }
}

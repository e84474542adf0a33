package org.liaison.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.Test;

/**
 * What the portal costs whoever opens it, here and over a telephone's network. Bytes and shifts of the layout are held to their
 * aims; times depend on the machine and are written to target/portal-figures.md alone, which {@code benchmarks/portal} prints.
 */
public class PortalFiguresIT extends PortalVisit {
    /** 3G-fast as browsers emulate it: milliseconds of a round trip, bytes a second (1.6 Mbit/s). */
    private static final int ROUND_TRIP = 150;

    private static final int BYTES_A_SECOND = 1_600_000 / 8;

    private static final int SHELL_BYTES = 150 * 1024;
    private static final double SHIFT = 0.05;

    /** Notes each shift of the layout, and tells when a page that is not the old one has what one waits for. */
    private static final String NOTES = "window.shift = 0;"
            + " new PerformanceObserver((list) => list.getEntries().forEach((each) => { window.shift += each.value; }))"
            + ".observe({ type: 'layout-shift', buffered: true });"
            + " window.shown = () => Array.from(document.querySelectorAll('main > *')).find((each) =>"
            + " each.localName.startsWith('lia-page')) || document.querySelector('lia-login');"
            + " window.usable = (selector, since, old) => new Promise((done) => { const look = () => { const page = window.shown();"
            + " if (page && page !== old && page.querySelector(selector) && !page.querySelector('.lia-loading')) {"
            + " requestAnimationFrame(() => done(Math.round(performance.now() - since))); } else { requestAnimationFrame(look); } };"
            + " look(); });";

    /** What has shifted since one asked last; waits for what comes late. */
    private static final String SHIFTED =
            "new Promise((done) => setTimeout(() => { done(window.shift); window.shift = 0; }, 500))";

    private static final String LOGIN = "input";
    private static final String START = "lia-table table, lia-table .lia-empty";
    private static final String LIST = "lia-table tbody tr";
    private static final String FORM = "lia-field input";

    private final List<String> rows = new ArrayList<>();

    @Test
    public void firstPageListAndForm_keepToTheirAims() throws Exception {
        Filing filing = new Filing(container).draft();
        browser.prelude(NOTES);
        measure("here", 0, -1, filing);
        measure("3G-fast", ROUND_TRIP, BYTES_A_SECOND, filing);
        Files.writeString(
                Path.of("target", "portal-figures.md"),
                "| Page | Network | Requests | KB | Usable after, ms | Layout shift |\n|---|---|---:|---:|---:|---:|\n"
                        + String.join("", rows));
        assertThat(browser.complaints()).isEmpty();
    }

    private void measure(String network, int roundTrip, int bytesASecond, Filing filing) throws Exception {
        leave().forget().network(false, roundTrip, bytesASecond);
        assertThat(open("First page, cold", network, "/portal/", LOGIN)).isLessThan(SHELL_BYTES);
        open("First page, warm", network, "/portal/", LOGIN);
        enterAs("clk", container.passwords().get("clk"));
        open("Start page, warm", network, "/portal/", START);
        change("List, first time", network, menu("registration/offices"), LIST);
        change("Start page, again", network, menu(""), START);
        change("List, again", network, menu("registration/offices"), LIST);
        enterAs(filing.head, filing.password());
        String form = "/portal/registration/applications/" + filing.id + "/form/";
        open("Form, first time", network, form + "office", FORM);
        change("Form, next step", network, "main form button.btn-primary", FORM);
        browser.network(false, 0, -1);
    }

    private static String menu(String path) {
        return ".lia-side a[href='/portal/" + path + "']";
    }

    private long open(String page, String network, String address, String selector) throws Exception {
        browser.traffic();
        JsonNode usable = browser.open(container.address() + address)
                .evaluate("window.usable(" + Browser.quoted(selector) + ", 0)");
        return enter(page, network, usable);
    }

    private void change(String page, String network, String clicked, String selector) throws Exception {
        browser.until("document.querySelector(" + Browser.quoted(clicked) + ")").traffic();
        JsonNode usable = browser.evaluate("((old, since) => { document.querySelector(" + Browser.quoted(clicked)
                + ").click(); return window.usable(" + Browser.quoted(selector)
                + ", since, old); })(window.shown(), performance.now())");
        enter(page, network, usable);
    }

    /** Enters a row. @return bytes that it took */
    private long enter(String page, String network, JsonNode usable) throws Exception {
        double shift = browser.evaluate(SHIFTED).asDouble();
        Browser.Traffic traffic = browser.traffic();
        rows.add(String.format(
                "| %s | %s | %d | %.0f | %d | %.3f |%n",
                page, network, traffic.requests(), traffic.bytes() / 1024.0, usable.asInt(), shift));
        assertThat(shift).as(page + ", " + network).isLessThan(SHIFT);
        return traffic.bytes();
    }
}

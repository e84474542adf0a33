package org.liaison.itests;

import static org.assertj.core.api.Assertions.assertThat;

/** A head who types a filing in a browser while what is behind it is replaced, and is to notice nothing of it. For one thread. */
final class Typist implements AutoCloseable {
    private static final String FIELD = "lia-field[data-path=shortName]";

    /** Remembers every trouble that the page ever shows. */
    private static final String WATCH = "window.troubles = []; new MutationObserver(() =>"
            + " document.querySelectorAll('.lia-problem, .lia-away, .lia-dialog').forEach((each) =>"
            + " window.troubles.push(each.textContent))).observe(document.body, { childList: true, subtree: true })";

    private final Browser browser = new Browser();
    private final Filing filing;
    private int typed;

    /** @param filing a draft */
    Typist(Container container, Filing filing) throws Exception {
        this.filing = filing;
        browser.width(1280)
                .open(container.address() + "/portal/registration/applications/" + filing.id + "/form/office")
                .type("lia-field[name=account] input", filing.head)
                .type("lia-field[name=password] input", filing.password())
                .click("lia-login button")
                .until("document.querySelector('" + FIELD + " input')");
        browser.evaluate("(() => { " + WATCH + "; })()");
    }

    /** Types another name and sees that the server has it. */
    void type() throws Exception {
        String name = "办事处" + ++typed;
        browser.put(FIELD, name);
        filing.awaits("/shortName", name);
        assertThat(shown()).isEqualTo(name);
    }

    /** Goes on to the next step: nobody has noticed anything, what was typed is there, and the pages are the new ones. */
    void goOn(String title) throws Exception {
        assertThat(typed).isPositive();
        assertThat(browser.evaluate("window.troubles.join()").asText()).isEmpty();
        browser.push("保存，下一步").until("location.pathname.endsWith('/form/dispatcher')");
        browser.until("Array.from(document.querySelectorAll('.lia-group')).some((each) => each.textContent === "
                + Browser.quoted(title) + ")");
        browser.keep("replaced").push("上一步").until("document.querySelector('" + FIELD + " input')");
        assertThat(shown()).isEqualTo("办事处" + typed);
        assertThat(browser.evaluate("window.troubles.join()").asText()).isEmpty();
        assertThat(browser.complaints()).isEmpty();
    }

    private String shown() throws Exception {
        return browser.evaluate("document.querySelector('" + FIELD + " input').value")
                .asText();
    }

    @Override
    public void close() throws Exception {
        browser.close();
    }
}

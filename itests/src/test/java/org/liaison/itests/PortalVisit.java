package org.liaison.itests;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.After;
import org.junit.Before;
import org.junit.BeforeClass;

/** A test that visits the portal of the shared container, each with a browser of its own. Pictures are kept in target/screenshots. */
public abstract class PortalVisit {
    static Container container;
    Browser browser;

    @BeforeClass
    public static void boot() throws Exception {
        container = Container.shared()
                .await("clk", "/api/registration/v1/offices", 200)
                .await("clk", "/api/registration/v1/certificates", 200);
    }

    @Before
    public void open() throws Exception {
        browser = new Browser().width(1280);
    }

    @After
    public void close() throws Exception {
        browser.close();
    }

    /** Comes to the login of the portal; whoever is in leaves first. */
    final Browser leave() throws Exception {
        browser.open(container.address() + "/portal/").until("document.querySelector('.lia-out, lia-login form')");
        if (browser.evaluate("Boolean(document.querySelector('.lia-out'))").asBoolean()) {
            // the page that was left may show a login of its own before the new one is there
            browser.evaluate("window.left = true; document.querySelector('.lia-out').click()");
            browser.until("!window.left && document.querySelector('lia-login form')");
        }
        return browser;
    }

    /** Fills in the login that is shown. */
    final Browser logIn(String account, String password) throws Exception {
        return browser.type("lia-field[name=account] input", account)
                .type("lia-field[name=password] input", password)
                .click("lia-login button");
    }

    /** Somebody logs in, after whoever is, and sees the start page or the one that was asked for. */
    final void enterAs(String account, String password) throws Exception {
        leave();
        logIn(account, password).until("document.querySelector('.lia-side') && document.querySelector('main h1')");
    }

    /** Ends the session of the page behind its back. @param login what its account sends as {@code Authorization} */
    final void endSession(String login) throws Exception {
        String session = browser.evaluate("fetch('/api/platform/v1/sessions').then((answer) => answer.json())"
                        + ".then((all) => all.items.find((each) => each.current).id)")
                .asText();
        container.send(container
                .request(null, "/api/platform/v1/sessions/" + session)
                .header("Authorization", login)
                .DELETE());
    }

    /** Keeps pictures of the page at two widths, and finds neither a barrier nor anything that is wider than the page. */
    final void look(String name) throws Exception {
        for (int width : new int[] {1280, 390}) {
            browser.width(width)
                    .until("!document.querySelector('.lia-loading')")
                    .keep(name + "-" + width);
            assertThat(browser.barriers()).as(name + " at " + width).isEmpty();
            assertThat(browser.evaluate("document.documentElement.scrollWidth - innerWidth")
                            .asInt())
                    .as(name + " at " + width)
                    .isLessThanOrEqualTo(0);
        }
        browser.width(1280);
    }
}

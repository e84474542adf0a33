package org.liaison.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.After;
import org.junit.Before;
import org.junit.BeforeClass;
import org.junit.Test;

/** The portal as people use it: a real browser on the shipped distribution. Pictures are kept in target/screenshots. */
public class PortalIT {
    private static final Pattern SCRIPT = Pattern.compile("src=\"(/portal/-/shell/[0-9a-f]{16}/app\\.js)\"");
    private static final String MENU =
            "Array.from(document.querySelectorAll('.lia-side a')).map((a) => a.textContent.trim()).join()";

    private static Container container;
    private Browser browser;

    @BeforeClass
    public static void boot() throws Exception {
        container = Container.shared().await("clk", "/api/registration/v1/offices", 200);
    }

    @Before
    public void open() throws Exception {
        browser = new Browser().width(1280);
    }

    @After
    public void close() throws Exception {
        browser.close();
    }

    @Test
    public void files_areKeptForGoodAndPagesAreNot_underAStrictPolicy() throws Exception {
        HttpResponse<String> page = container.send(
                container.request(null, "/portal/registration/offices").GET());
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Cache-Control")).hasValue("no-cache");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'", "frame-ancestors 'none'")
                .doesNotContain("unsafe-inline", "unsafe-eval");

        Matcher script = SCRIPT.matcher(page.body());
        assertThat(script.find()).isTrue();
        HttpResponse<String> file =
                container.send(container.request(null, script.group(1)).GET());
        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.headers().firstValue("Cache-Control")).hasValue("public, max-age=31536000, immutable");
        assertThat(container
                        .send(container
                                .request(null, script.group(1).replace("app.js", "nothing.js"))
                                .GET())
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    public void everyPage_hasNoBarrierAndNoOverflow_onDesktopAndTelephone() throws Exception {
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("", "待办事项");
        pages.put("registration/offices", "登记编号");
        pages.put("registration/applications", "办理状态");
        pages.put("notices", "只看未读");
        pages.put("account", "访问令牌");
        pages.put("search?q=%E9%A9%BB%E6%B5%8E%E5%8D%97", "检索结果");
        pages.put("help", "键盘操作");
        pages.put("nothing", "没有找到，或者您无权查看");
        browser.open(container.address() + "/").shows("口令");
        look("login");
        login("clk", container.passwords().get("clk"));
        for (Map.Entry<String, String> page : pages.entrySet()) {
            browser.open(container.address() + "/portal/" + page.getKey()).shows(page.getValue());
            look(
                    page.getKey().isEmpty()
                            ? "home"
                            : page.getKey().replaceAll("\\W.*", "")
                                    + page.getKey().hashCode());
        }
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    public void menu_isWhatTheRoleMayUse() throws Exception {
        browser.open(container.address() + "/portal/");
        login("clk", container.passwords().get("clk"));
        assertThat(browser.evaluate(MENU).asText()).contains("机构名录", "备案申请");

        browser.click(".lia-out").shows("口令");
        login("sec", container.securityPassword());
        assertThat(browser.evaluate(MENU).asText()).contains("首页").doesNotContain("机构名录", "备案申请");
        browser.open(container.address() + "/portal/registration/offices").shows("没有找到，或者您无权查看");
    }

    @Test
    public void login_saysWhatIsWrong_andAsksNoBrowserDialog() throws Exception {
        browser.open(container.address() + "/portal/");
        browser.type("lia-field[name=account] input", "clk").type("lia-field[name=password] input", "wrong");
        browser.click("lia-login button").shows("账户或口令不正确，或者账户不可用");
        login("clk", container.passwords().get("clk"));

        HttpResponse<String> script = container.send(container
                .request(null, "/api/platform/v1/me")
                .header("X-Requested-With", "XMLHttpRequest")
                .GET());
        assertThat(script.statusCode()).isEqualTo(401);
        assertThat(script.headers().firstValue("WWW-Authenticate").orElseThrow())
                .doesNotContain("Basic");
    }

    @Test
    public void whatIsTyped_stays_whenTheSessionEndsOrTheServerIsAway() throws Exception {
        String password = container.passwords().get("rev");
        browser.open(container.address() + "/portal/account");
        login("rev", password);
        String mobile = "lia-account-addresses lia-field[name=mobile] input";
        browser.until("document.querySelector('lia-account-addresses button:not([disabled])')")
                .type(mobile, "13900000001");
        String session = browser.evaluate(
                        "fetch('/api/platform/v1/sessions').then((answer) => answer.json()).then((all) => all.items.find((each) => each.current).id)")
                .asText();
        container.send(
                container.request("rev", "/api/platform/v1/sessions/" + session).DELETE());

        browser.click("lia-account-addresses button").shows("请重新登录");
        look("session-ended");
        browser.type(".lia-dialog lia-field[name=password] input", password).click(".lia-dialog lia-login button");
        browser.shows("已保存");
        assertThat(browser.evaluate("document.querySelector(" + Browser.quoted(mobile) + ").value")
                        .asText())
                .isEqualTo("13900000001");

        browser.offline(true).click("a[href='/portal/notices']").shows("暂时连接不上服务器");
        browser.keep("server-away").offline(false).shows("只看未读");
        browser.until("!document.querySelector('.lia-away')");
    }

    @Test
    public void markup_staysText() throws Exception {
        browser.open(container.address() + "/portal/search?q=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E");
        login("clk", container.passwords().get("clk"));
        browser.shows("<img src=x onerror=alert(1)>");
        assertThat(browser.evaluate("document.querySelectorAll('main img').length")
                        .asInt())
                .isZero();
    }

    private void login(String account, String password) throws Exception {
        browser.type("lia-field[name=account] input", account)
                .type("lia-field[name=password] input", password)
                .click("lia-login button")
                .until("document.querySelector('.lia-side') && document.querySelector('main h1')");
    }

    private void look(String name) throws Exception {
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

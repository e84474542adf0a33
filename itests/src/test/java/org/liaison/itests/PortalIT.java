package org.liaison.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.Test;

/** The portal as people use it: a real browser on the shipped distribution. */
public class PortalIT extends PortalVisit {
    private static final Pattern SCRIPT = Pattern.compile("src=\"(/portal/-/shell/[0-9a-f]{16}/app\\.js)\"");
    private static final String MENU =
            "Array.from(document.querySelectorAll('.lia-side a')).map((a) => a.textContent.trim()).join()";

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
        pages.put("registration/applications", "待受理");
        pages.put("notices", "只看未读");
        pages.put("account", "访问令牌");
        pages.put("search?q=%E9%A9%BB%E6%B5%8E%E5%8D%97", "检索结果");
        pages.put("help", "键盘操作");
        pages.put("nothing", "没有找到，或者您无权查看");
        browser.open(container.address() + "/").shows("口令");
        look("login");
        login("clk", container.passwords().get("clk"));
        visit(pages);
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    public void menu_isWhatTheRoleMayUse() throws Exception {
        List<String> office = List.of("本机构信息");
        List<String> security = List.of("登录会话", "登录锁定", "旧系统账户", "权限查询");
        enter("clk", container.passwords().get("clk"));
        assertMenu(List.of("机构名录", "待办", "账户申请"), List.of("登录会话", "审计验证", "平台状态", "本机构信息"));
        Filing filing = new Filing(container);
        enter(filing.head, passwordOf(filing.login()));
        assertMenu(office, List.of("机构名录", "登录会话", "审计验证", "平台状态"));
        enter("sec", container.securityPassword());
        assertMenu(security, List.of("机构名录", "待办", "备案申请", "本机构信息", "审计验证"));
        browser.open(container.address() + "/portal/registration/offices").shows("没有找到，或者您无权查看");
        enter("aud", container.passwords().get("aud"));
        assertMenu(List.of("审计查询", "审计验证", "平台状态"), List.of("旧系统账户"));
        enter("ops", container.passwords().get("ops"));
        assertMenu(List.of("平台状态", "登录锁定"), List.of("机构名录", "待办", "备案申请", "账户申请", "登录会话", "审计查询"));
    }

    @Test
    public void administratorsPages_haveNoBarrierAndNoOverflow() throws Exception {
        String guessed = "guessed" + System.nanoTime();
        for (int i = 0; i < 5; i++) {
            container.send(container
                    .request(null, "/api/platform/v1/me")
                    .header("Authorization", Container.basic(guessed, "wrong"))
                    .GET());
        }
        enter("sec", container.securityPassword());
        visit(Map.of(
                "platform/accounts",
                "经办人",
                "platform/accounts/clk",
                "重置一次性口令",
                "platform/account-requests",
                "申请时间",
                "platform/sessions",
                "来源地址",
                "platform/locks",
                guessed,
                "platform/legacy-accounts",
                "新建旧系统账户"));
        browser.open(container.address() + "/portal/platform/permissions")
                .type("lia-field[name=account] input", "clk")
                .type("lia-field[name=operation] input", "registration.application.approve")
                .click("form.lia-sheet button")
                .shows("不可以");
        look("platform-permissions");
        enter("aud", container.passwords().get("aud"));
        visit(Map.of("platform/audit", "状态变化", "platform/health", "处理办法"));
        browser.open(container.address() + "/portal/platform/audit-proof")
                .click("main button.btn-primary")
                .shows("审计记录完整，未被改动");
        look("platform-audit-proof");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    public void viewerOfADispatcher_isAskedForApprovedAndMade_andSeesWhatItDispatched() throws Exception {
        Filing filing = new Filing(container);
        String dispatcher = Offices.json(new Offices(container).get("clk", filing.office))
                .get("dispatcherId")
                .asText();
        String account = "dgv-" + UUID.randomUUID().toString().substring(0, 8);
        enter("clk", container.passwords().get("clk"));
        browser.open(container.address() + "/portal/platform/account-requests/new")
                .type("lia-field[name=account] input", account)
                .type("lia-field[name=name] input", "王某某");
        browser.evaluate(
                "(() => { const role = document.querySelector('lia-field[name=role] select'); role.value = 'DGV';"
                        + " role.dispatchEvent(new Event('change', {bubbles: true})); })()");
        browser.type("lia-field[name=scope] input", "DISPATCHER:" + dispatcher);
        look("platform-request-new");
        browser.click("form.lia-sheet button").shows("待批准");
        String request = browser.evaluate("location.href").asText();

        enter("rev", container.passwords().get("rev"));
        browser.shows("账户申请待批准：王某某").open(request);
        browser.click("button[value=approval]").shows("已批准，待办理");
        enter("sec", container.securityPassword());
        browser.shows("账户申请待办理：王某某").open(request);
        browser.click("main .btn-primary").until("document.querySelector('.lia-secret')");
        look("platform-request");
        String oneTime = browser.evaluate("document.querySelector('.lia-secret').textContent")
                .asText()
                .strip();

        browser.click(".lia-out").shows("口令");
        logIn(account, oneTime).shows("设置新口令");
        look("first-password");
        browser.type("lia-field[name=wanted] input", "一个足够长的新口令5678")
                .type("lia-field[name=repeated] input", "一个足够长的新口令5678")
                .click("lia-login button")
                .until("document.querySelector('.lia-side')");
        assertMenu(List.of("派出机构"), List.of("机构名录", "登录会话"));
        browser.open(container.address() + "/portal/registration/offices").shows("派出机构");
        look("dispatched");
        assertThat(browser.complaints()).isEmpty();
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

    private void visit(Map<String, String> pages) throws Exception {
        for (Map.Entry<String, String> page : pages.entrySet()) {
            browser.open(container.address() + "/portal/" + page.getKey()).shows(page.getValue());
            look(page.getKey().isEmpty() ? "home" : page.getKey().replaceAll("\\W+", "-"));
        }
    }

    private void assertMenu(List<String> there, List<String> absent) throws Exception {
        List<String> menu = List.of(browser.evaluate(MENU).asText().split(","));
        assertThat(menu).contains("首页").containsAll(there).doesNotContainAnyElementsOf(absent);
    }

    private static String passwordOf(String basic) {
        String pair =
                new String(Base64.getDecoder().decode(basic.substring("Basic ".length())), StandardCharsets.UTF_8);
        return pair.substring(pair.indexOf(':') + 1);
    }

    /** Somebody logs in, after whoever is. */
    private void enter(String account, String password) throws Exception {
        leave();
        login(account, password);
    }

    private void login(String account, String password) throws Exception {
        logIn(account, password).until("document.querySelector('.lia-side') && document.querySelector('main h1')");
    }
}

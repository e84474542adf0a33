package org.liaison.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
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
    /** Every entry of a menu that this test knows: what a role is not said to have, it must not have. */
    private static final List<String> ENTRIES = List.of(
            "备案登记", "登记证", "我的办件", "待办", "开户", "制证发证", "统计", "备案申请", "机构名录", "本机构信息", "派出机构", "账户申请", "账户", "登录会话",
            "登录锁定", "旧系统账户", "权限核查", "权限矩阵", "审计查询", "审计验证", "平台状态");

    /** What stands in the frame, in headings and on controls, with Chinese in it. */
    private static final String CHINESE =
            "Array.from(document.querySelectorAll('.lia-top > a:not(.lia-me), .lia-side a, .lia-group, .lia-path,"
                    + " .lia-foot, .lia-band, h2, h3, th, label, legend, button, .lia-hint, .lia-empty')).map((each) => each.textContent.trim())"
                    + ".filter((text) => /[\\u4e00-\\u9fff]/.test(text) && text !== '中文').join()";

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
    public void pages_areReadable_inTheDarkInLargePrintAndInEnglish() throws Exception {
        enterAs("clk", container.passwords().get("clk"));
        for (Map.Entry<String, String> look : Map.of(
                        "dark", "[data-bs-theme=dark]", "large", "[data-size=large]", "en", "[lang=en]")
                .entrySet()) {
            browser.open(container.address() + "/portal/account")
                    .click("lia-account-looks input[value=" + look.getKey() + "]")
                    .until("document.querySelector('html" + look.getValue() + "')");
            for (String page : List.of("account", "", "registration/applications", "registration/offices", "help")) {
                browser.open(container.address() + "/portal/" + page)
                        .until("document.querySelector('main h1') && !document.querySelector('.lia-loading')");
                look(look.getKey() + "-" + page.replaceAll("\\W+", "-"));
                if (look.getKey().equals("en")) {
                    assertThat(browser.evaluate(CHINESE).asText()).as(page).isEmpty();
                }
            }
            browser.evaluate("localStorage.clear()");
        }
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    public void menu_isWhatTheRoleMayUse() throws Exception {
        Map<String, String[]> menus = new LinkedHashMap<>();
        menus.put("clk", new String[] {"待办", "开户", "制证发证", "统计", "机构名录", "账户", "账户申请"});
        menus.put("rev", new String[] {"待办", "制证发证", "统计", "机构名录", "账户", "账户申请"});
        menus.put("ldr", new String[] {"待办", "制证发证", "统计", "机构名录", "账户", "账户申请"});
        menus.put("psu", new String[] {"机构名录"});
        menus.put("aud", new String[] {
            "备案申请", "制证发证", "统计", "机构名录", "账户", "账户申请", "登录会话", "登录锁定", "权限核查", "权限矩阵", "审计查询", "审计验证", "平台状态"
        });
        menus.put("ops", new String[] {"登录锁定", "平台状态"});
        menus.put("sec", new String[] {"账户", "账户申请", "登录会话", "登录锁定", "旧系统账户", "权限核查", "权限矩阵", "审计查询", "平台状态"});
        for (Map.Entry<String, String[]> menu : menus.entrySet()) {
            enterAs(
                    menu.getKey(),
                    menu.getKey().equals("sec")
                            ? container.securityPassword()
                            : container.passwords().get(menu.getKey()));
            assertMenu(menu.getValue());
        }
        browser.open(container.address() + "/portal/registration/offices").shows("没有找到，或者您无权查看");
        Filing filing = new Filing(container);
        enterAs(filing.head, filing.password());
        assertMenu("备案登记", "登记证", "我的办件", "本机构信息", "账户", "账户申请", "审计查询");
    }

    @Test
    public void slowNetwork_isSaid_untilThePageIsThere() throws Exception {
        enterAs("rev", container.passwords().get("rev"));
        browser.network(false, 1500, -1)
                .click("a[href='/portal/registration/offices']")
                .shows("正在打开…")
                .keep("slow-network");
        browser.shows("正在读取…").shows("登记编号").network(false, 0, -1);
        assertThat(browser.evaluate("document.querySelector('.lia-late').textContent.trim()")
                        .asText())
                .isEmpty();
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
        enterAs("sec", container.securityPassword());
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
                .put("lia-field[name=operation]", "registration.application.approve")
                .click("form.lia-sheet button")
                .shows("clk：准予备案")
                .shows("不可以");
        look("platform-permissions");
        browser.open(container.address() + "/portal/platform/matrix?role=LDR&module=registration")
                .shows("准予备案");
        look("platform-matrix");
        enterAs("aud", container.passwords().get("aud"));
        visit(Map.of("platform/audit", "状态变化", "platform/health", "处理办法"));
        browser.open(container.address() + "/portal/platform/audit-proof")
                .click("main button.btn-primary")
                .shows("审计记录完整，未被改动");
        look("platform-audit-proof");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    public void viewerOfADispatcher_isAskedForApprovedAndMade_andSeesWhatItDispatched() throws Exception {
        Filing filing = new Filing(container).draft().files();
        filing.office("submission", 200);
        filing.approve();
        JsonNode office = Offices.json(new Offices(container).get("clk", filing.office));
        String account = "dgv-" + UUID.randomUUID().toString().substring(0, 8);
        enterAs("clk", container.passwords().get("clk"));
        browser.open(container.address() + "/portal/platform/account-requests/new")
                .type("lia-field[name=account] input", account)
                .type("lia-field[name=name] input", "王某某");
        browser.evaluate(
                "(() => { const role = document.querySelector('lia-field[name=role] select'); role.value = 'DGV';"
                        + " role.dispatchEvent(new Event('change', {bubbles: true})); })()");
        browser.type("lia-field[name=scope] input", office.get("name").asText())
                .click(".lia-offers button")
                .shows(office.get("dispatcherName").asText());
        look("platform-request-new");
        browser.click("form.lia-sheet button").shows("待批准");
        String request = browser.evaluate("location.href").asText();

        enterAs("rev", container.passwords().get("rev"));
        browser.shows("账户申请待批准：王某某").open(request);
        browser.click("button[value=approval]").shows("已批准，待办理");
        enterAs("sec", container.securityPassword());
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
        assertMenu("派出机构", "账户", "账户申请");
        browser.open(container.address() + "/portal/registration/offices").shows("已登记的派出机构");
        browser.shows(filing.read().get("certificateNo").asText()).shows("待制证");
        assertThat(browser.evaluate("document.querySelectorAll('main tbody tr').length")
                        .asInt())
                .as("its own office and no other")
                .isEqualTo(1);
        look("dispatched");
        setUpSecondFactor(account, "一个足够长的新口令5678");
        assertThat(browser.complaints()).isEmpty();
    }

    /** Sets a second factor up with what the page shows for an app, and logs in with it. */
    private void setUpSecondFactor(String account, String password) throws Exception {
        browser.open(container.address() + "/portal/account");
        browser.push("启用双因素认证").until("document.querySelector('img.lia-qr')?.naturalWidth > 0");
        look("second-factor");
        String secret = browser.evaluate("document.querySelector('.lia-secret').textContent")
                .asText();
        browser.type("lia-factor lia-field[name=code] input", new Authenticator(secret).code())
                .click("lia-factor form button")
                .shows("每个恢复码只能使用一次");
        String recovery = browser.evaluate("document.querySelector('.lia-codes li').textContent")
                .asText();
        browser.push("已妥善保管，重新登录");
        browser.type(".lia-dialog lia-field[name=password] input", password)
                .click(".lia-dialog lia-login button")
                .shows("请填写动态口令");
        look("code-asked");
        browser.type(".lia-dialog lia-field[name=code] input", recovery)
                .click(".lia-dialog lia-login button")
                .until("!document.querySelector('.lia-dialog')")
                .shows("已启用");
    }

    @Test
    public void module_bringsItsPages_andTakesThemAway_whileWhatIsTypedElsewhereStays() throws Exception {
        String typed = "lia-field[name=name] input";
        enterAs("clk", container.passwords().get("clk"));
        assertThat(browser.evaluate(MENU).asText()).doesNotContain("记事");
        browser.open(container.address() + "/portal/registration/opening").type(typed, "某市人民政府驻济南办事处");

        // the page looks every minute what there is, and whenever somebody comes back to it and works on
        browser.evaluate("setInterval(() => ['pointerdown', 'visibilitychange']"
                + ".forEach((sign) => document.dispatchEvent(new Event(sign))), 1000)");
        Path ledger = deploy("ledger");
        Path notes = deploy("neighbour");
        browser.until(MENU + ".includes('记事')").click("a[href='/portal/neighbour/notes']");
        browser.shows("机构编号").evaluate("history.back()");
        browser.shows("派出单位名称");
        assertThat(browser.evaluate("document.querySelector('" + typed + "').value")
                        .asText())
                .isEqualTo("某市人民政府驻济南办事处");

        Files.delete(notes);
        browser.until("!" + MENU + ".includes('记事')");
        assertThat(browser.evaluate("document.querySelector('" + typed + "').value")
                        .asText())
                .isEqualTo("某市人民政府驻济南办事处");
        Files.delete(ledger);
        browser.open(container.address() + "/portal/neighbour/notes").shows("没有找到，或者您无权查看");
    }

    /** Drops a context of the tests into deploy/. */
    private static Path deploy(String name) throws Exception {
        Path jar = Path.of(URI.create(ShippedDistribution.context(name)));
        Path aside = Files.copy(jar, container.home().resolve(jar.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        return Files.move(
                aside,
                container.home().resolve("deploy").resolve(jar.getFileName()),
                StandardCopyOption.REPLACE_EXISTING);
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
        endSession(Container.basic("rev", password));

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
    public void filing_isKeptAsTyped_whenTheSessionEndsInTheMiddle() throws Exception {
        String name = "lia-field[data-path=shortName]";
        Filing filing = new Filing(container).draft();
        browser.open(container.address() + "/portal/registration/applications/" + filing.id + "/form/office");
        login(filing.head, filing.password());
        browser.until("document.querySelector('" + name + " input')");
        endSession(filing.login());

        browser.put(name, "会话结束时填写的简称").shows("请重新登录");
        browser.type(".lia-dialog lia-field[name=password] input", filing.password())
                .click(".lia-dialog lia-login button")
                .until("!document.querySelector('.lia-dialog')");
        filing.awaits("/shortName", "会话结束时填写的简称");
        assertThat(browser.evaluate("document.querySelector('" + name + " input').value")
                        .asText())
                .isEqualTo("会话结束时填写的简称");
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

    /** The menu has just these of all the entries. */
    private void assertMenu(String... there) throws Exception {
        List<String> menu = List.of(browser.evaluate(MENU).asText().split(","));
        assertThat(menu).contains("首页", "消息", "个人设置", "帮助");
        assertThat(menu).filteredOn(ENTRIES::contains).containsExactlyInAnyOrder(there);
    }

    private void login(String account, String password) throws Exception {
        logIn(account, password).until("document.querySelector('.lia-side') && document.querySelector('main h1')");
    }
}

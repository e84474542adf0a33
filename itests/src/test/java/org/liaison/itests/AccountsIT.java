package org.liaison.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.junit.BeforeClass;
import org.junit.Test;

/** How a person comes to an account: asked for, approved, carried out, first login, first act, leave; and what the trail says. */
public class AccountsIT {
    private static final String PLATFORM = "/api/platform/v1";
    private static final String REQUESTS = PLATFORM + "/account-requests";

    private static Container container;
    private static String security;

    @BeforeClass
    public static void boot() throws Exception {
        container = Container.shared().await("clk", Offices.PATH, 200);
        security = container.securityPassword();
    }

    /** A request as whoever has the password. */
    private static HttpResponse<String> send(String account, String password, String method, String path, String body)
            throws Exception {
        return send(account, password, null, method, path, body, null);
    }

    private static HttpResponse<String> send(
            String account, String password, String acting, String method, String path, String body, String tag)
            throws Exception {
        HttpRequest.Builder request = container
                .request(null, path)
                .header("Authorization", Container.basic(account, password))
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        if (acting != null) {
            request.header("Liaison-Office", acting);
        }
        return container.send(tag == null ? request : request.header("If-Match", "\"" + tag + "\""));
    }

    private static HttpResponse<String> bureau(String account, String method, String path, String body, String tag)
            throws Exception {
        return send(account, container.passwords().get(account), null, method, path, body, tag);
    }

    private static JsonNode ok(HttpResponse<String> answer) throws Exception {
        assertThat(answer.statusCode()).as(answer.body()).isIn(200, 201);
        return Offices.json(answer);
    }

    private static String changed(String account, String oneTime) throws Exception {
        String chosen = "口令-" + UUID.randomUUID();
        ObjectNode passwords =
                Offices.JSON.createObjectNode().put("present", oneTime).put("wanted", chosen);
        HttpResponse<String> answer = send(account, oneTime, "PUT", PLATFORM + "/me/password", passwords.toString());
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 204);
        return chosen;
    }

    private static String wanted(String account, String name, String role) {
        return Offices.JSON
                .createObjectNode()
                .put("account", account)
                .put("name", name)
                .put("role", role)
                .toString();
    }

    @Test
    public void filer_isAskedForByTheHead_confirmedByTheClerk_madeBySecurity_andActsInTheOwnOfficeOnly()
            throws Exception {
        JsonNode opened = Offices.json(new Offices(container).open("clk", Offices.request(), null));
        JsonNode foreign = Offices.json(new Offices(container).open("clk", Offices.request(), null));
        String head = opened.get("headAccount").asText();
        String headsPassword = changed(head, opened.get("oneTimePassword").asText());
        String filer = "filer-" + UUID.randomUUID().toString().substring(0, 8);

        JsonNode asked = ok(send(head, headsPassword, "POST", REQUESTS, wanted(filer, "刘洋", "FIL")));
        assertThat(asked.get("stateLabel").asText()).isEqualTo("待批准");
        String request = REQUESTS + "/" + asked.get("id").asText();
        String otherHead = foreign.get("headAccount").asText();
        String othersPassword =
                changed(otherHead, foreign.get("oneTimePassword").asText());
        HttpResponse<String> hidden = send(otherHead, othersPassword, "GET", request, null);
        HttpResponse<String> missing = send(otherHead, othersPassword, "GET", REQUESTS + "/" + UUID.randomUUID(), null);
        assertThat(hidden.statusCode()).isEqualTo(404);
        assertThat(hidden.body()).isEqualTo(missing.body());
        assertThat(bureau("rev", "POST", request + "/approval", "{}", "0").statusCode())
                .isEqualTo(403);

        JsonNode approved = ok(bureau("clk", "POST", request + "/approval", "{}", "0"));
        JsonNode done = ok(send(
                "sec",
                security,
                null,
                "POST",
                request + "/execution",
                null,
                approved.get("version").asText()));
        String password = changed(filer, done.get("oneTimePassword").asText());

        String own = Offices.PATH + "/" + opened.at("/office/id").asText();
        assertThat(send(filer, password, "GET", own, null).statusCode()).isEqualTo(200);
        String other = Offices.PATH + "/" + foreign.at("/office/id").asText();
        assertThat(send(filer, password, "GET", other, null).statusCode()).isEqualTo(404);

        JsonNode file = ok(send("sec", security, "GET", PLATFORM + "/accounts/" + filer, null));
        ok(send(
                "sec",
                security,
                null,
                "POST",
                PLATFORM + "/accounts/" + filer + "/lock",
                "{\"reason\":\"经查\"}",
                file.get("version").asText()));
        assertThat(send(filer, password, "GET", own, null).statusCode()).isEqualTo(401);

        JsonNode trail = ok(
                bureau("aud", "GET", PLATFORM + "/audit?operation=platform.account.lock&object=" + filer, null, null));
        assertThat(trail.at("/items/0/account").asText()).isEqualTo("sec");
        assertThat(trail.at("/items/0/toState").asText()).isEqualTo("LOCKED");
        assertThat(bureau("clk", "GET", PLATFORM + "/audit", null, null).statusCode())
                .isEqualTo(403);
    }

    @Test
    public void clerkOfOneCity_isMadeOnTheConsole_andSeesThatCityOnly() throws Exception {
        String clerk = "clerk-" + UUID.randomUUID().toString().substring(0, 8);
        String said = console("clk", container.passwords().get("clk"))
                .run("platform:user-request --role CLK@CITY:370100 " + clerk + " 钱多");
        assertThat(said).contains("待批准");
        String id = said.replaceAll("(?s).*申请 ([0-9a-f-]{36}).*", "$1");
        assertThat(console("rev", container.passwords().get("rev")).run("platform:user-approve --dry-run " + id))
                .contains("未办理批准");
        assertThat(console("rev", container.passwords().get("rev")).run("platform:user-approve " + id))
                .contains("已批准待办理");
        String made = console("sec", security).run("platform:role-grant " + id);
        String password = changed(clerk, made.replaceAll("(?s).*一次性密码（只显示这一次）：([a-z2-9]{16}).*", "$1"));

        ObjectNode qingdao = Offices.request();
        JsonNode elsewhere = Offices.json(new Offices(container).open("clk", qingdao, null));
        String path = Offices.PATH + "/" + elsewhere.at("/office/id").asText();
        assertThat(bureau("clk", "GET", path, null, null).statusCode()).isEqualTo(200);
        assertThat(send(clerk, password, "GET", path, null).statusCode()).isEqualTo(404);
        assertThat(send(clerk, password, "GET", Offices.PATH + "?limit=200", null)
                        .body())
                .doesNotContain("\"hostCity\":\"370200\"");
        assertThat(console("clk", container.passwords().get("clk")).run("platform:role-grant " + id))
                .doesNotContain("一次性密码");
    }

    @Test
    public void colleague_actsForOneOnLeave_inHisOwnName() throws Exception {
        String today = LocalDate.now(ZoneId.of("Asia/Shanghai")).toString();
        String leave = Offices.JSON
                .createObjectNode()
                .put("taker", "clk")
                .put("from", today)
                .put("until", today)
                .put("reason", "年休假")
                .toString();
        JsonNode given = ok(bureau("psu", "POST", PLATFORM + "/delegations", leave, null));
        String clerks = container.passwords().get("clk");
        JsonNode me = ok(send("clk", clerks, "PSU", "GET", PLATFORM + "/me", null, null));
        assertThat(me.at("/acting/acting").asText()).isEqualTo("PSU@ALL~psu");
        assertThat(me.get("account").asText()).isEqualTo("clk");
        assertThat(send("clk", clerks, "CLK", "GET", PLATFORM + "/notices", null, null)
                        .body())
                .contains("有人委托您办理业务", given.at("/delegation/id").asText());
        assertThat(send("clk", clerks, "PSU", "POST", PLATFORM + "/delegations", leave, null)
                        .body())
                .contains("RE_DELEGATION");

        String end = PLATFORM + "/delegations/" + given.at("/delegation/id").asText() + "/end";
        ok(bureau("psu", "POST", end, null, "0"));
        assertThat(send("clk", clerks, "PSU", "GET", PLATFORM + "/me", null, null)
                        .statusCode())
                .isEqualTo(400);
        assertThat(send("clk", clerks, "GET", PLATFORM + "/me", null).statusCode())
                .isEqualTo(200);
    }

    private static Console console(String account, String password) {
        return new Console(container, account, password);
    }
}

package org.liaison.itests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.Test;

/** Two nodes that start at the same time on one empty PostgreSQL, with their accounts. */
public class TwoNodesIT {
    private static final String SESSIONS = "/api/platform/v1/sessions";

    private static PostgresServer.Database database;
    private static Container one;
    private static Container two;

    @BeforeClass
    public static void startTogether() throws Exception {
        database = PostgresServer.shared().create();
        one = Container.on(database);
        two = one.beside();
        one.start();
        two.start();
        one.await("clk", Offices.PATH, 200).await(null, "/system/ready", 200);
        two.await("clk", Offices.PATH, 200).await(null, "/system/ready", 200);
    }

    @AfterClass
    public static void stop() throws Exception {
        one.close();
        two.close();
    }

    private static JsonNode open(Container node) throws Exception {
        HttpResponse<String> answer = new Offices(node).open("clk", Offices.request(), null);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return Offices.json(answer).get("office");
    }

    private static List<String> texts(String sql) throws SQLException {
        try (Connection connection = database.asOwner();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> texts = new ArrayList<>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        }
    }

    @Test
    public void logs_holdNoComplaint() throws Exception {
        assertThat(one.complaints()).isEmpty();
        assertThat(two.complaints()).isEmpty();
    }

    @Test
    public void office_isThereOnBothNodes_whicheverOpenedIt() throws Exception {
        String first = open(one).get("id").asText();
        String second = open(two).get("id").asText();
        assertThat(new Offices(two).get("clk", first).statusCode()).isEqualTo(200);
        assertThat(new Offices(one).get("clk", second).statusCode()).isEqualTo(200);
    }

    @Test
    public void auditTrail_isWhole_whenBothNodesWrite() throws Exception {
        for (int i = 0; i < 5; i++) {
            open(one);
            open(two);
        }
        AuditProof proof = AuditProof.of(two);
        assertThat(proof.faults()).isEmpty();
        assertThat(proof.records() + proof.unsealed()).isGreaterThanOrEqualTo(10);
        assertThat(texts("SELECT name FROM platform.lease")).contains("sealer");
    }

    @Test
    public void runningAccount_changesNoAuditRecord() throws Exception {
        open(one);
        for (String sql : List.of(
                "UPDATE platform.audit SET account = 'another'",
                "DELETE FROM platform.audit",
                "TRUNCATE platform.audit",
                "UPDATE platform.audit_seal SET hash = 'another'",
                "DELETE FROM platform.audit_seal",
                "ALTER TABLE platform.audit ADD COLUMN more INT")) {
            try (Connection connection = database.asRuntime();
                    Statement statement = connection.createStatement()) {
                assertThatThrownBy(() -> statement.execute(sql))
                        .as(sql)
                        .isInstanceOfSatisfying(SQLException.class, e -> assertThat(e.getSQLState())
                                .isEqualTo("42501"));
            }
        }
    }

    @Test
    public void runningAccount_ownsNothing() throws Exception {
        assertThat(texts("SELECT relname FROM pg_class WHERE pg_get_userbyid(relowner) = '" + database.user() + "'"))
                .isEmpty();
        assertThat(texts(
                        "SELECT nspname FROM pg_namespace WHERE pg_get_userbyid(nspowner) = '" + database.user() + "'"))
                .isEmpty();
    }

    @Test
    public void capturedToken_isRefusedByBothNodes() throws Exception {
        String account = "old." + UUID.randomUUID().toString().substring(0, 8);
        String made = one.asSecurity("platform:legacy-create --json --owner clk --scope office.read --from 127.0.0.1"
                + " --until 2099-12-31 --digest " + account + " 旧系统");
        String secret = made.replaceAll("(?s).*\"secret\":\"([^\"]+)\".*", "$1");
        for (boolean digest : new boolean[] {true, false}) {
            String captured = SoapCalls.listOffices(account, secret, digest);
            assertThat(soap(one, captured)).contains("listOfficesResponse");
            assertThat(soap(two, captured)).contains("TOKEN_REPLAYED");
            assertThat(soap(one, captured)).contains("TOKEN_REPLAYED");
            assertThat(soap(two, SoapCalls.listOffices(account, secret, digest)))
                    .contains("listOfficesResponse");
        }
    }

    private static String soap(Container node, String envelope) throws Exception {
        return node.send(node.request(null, "/ws/registration/v1")
                        .header("Content-Type", "text/xml; charset=utf-8")
                        .POST(BodyPublishers.ofString(envelope)))
                .body();
    }

    @Test
    public void session_isOneOnBothNodes_andEndsOnBoth() throws Exception {
        String password = one.passwords().get("rev");
        HttpResponse<String> opened = one.send(one.request(null, SESSIONS)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"account\":\"rev\",\"password\":\"" + password + "\"}")));
        String cookie = opened.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];
        assertThat(by(cookie, two).body()).contains("REV@ALL");
        assertThat(by(changed(cookie), two).statusCode()).isEqualTo(401);

        HttpResponse<String> ended = two.send(two.request(null, SESSIONS + "/current")
                .header("Cookie", cookie)
                .header("Sec-Fetch-Site", "same-origin")
                .DELETE());
        assertThat(ended.statusCode()).isEqualTo(204);
        for (Container node : List.of(one, two)) {
            assertThat(by(cookie, node).body()).contains("SESSION_ENDED");
        }
    }

    private static HttpResponse<String> by(String cookie, Container node) throws Exception {
        return node.send(node.request(null, "/api/platform/v1/me").header("Cookie", cookie));
    }

    // one of the middle: the last character of 43 holds two bits that mean nothing
    private static String changed(String cookie) {
        int at = cookie.length() - 20;
        return cookie.substring(0, at) + (cookie.charAt(at) == 'A' ? 'B' : 'A') + cookie.substring(at + 1);
    }

    @Test
    public void guesses_lockAsOne_whicheverNodeTheyComeTo() throws Exception {
        String nobody = "guess" + System.nanoTime();
        for (int i = 0; i < 5; i++) {
            (i % 2 == 0 ? one : two).send(wrong(nobody, i % 2 == 0 ? one : two));
        }
        for (Container node : List.of(one, two)) {
            HttpResponse<String> locked = node.send(wrong(nobody, node));
            assertThat(locked.statusCode()).isEqualTo(429);
            assertThat(locked.body()).contains("LOGIN_LOCKED");
        }
    }

    private static HttpRequest.Builder wrong(String account, Container node) throws Exception {
        return node.request(null, "/api/platform/v1/me").header("Authorization", Container.basic(account, "wrong"));
    }
}

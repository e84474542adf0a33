package org.liaison.itests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.Test;

/** Two nodes that start at the same time on one empty PostgreSQL, with their accounts. */
public class TwoNodesIT {
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
}

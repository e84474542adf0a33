package org.liaison.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.BeforeClass;
import org.junit.Test;

/** 'Open the office' over REST on the shipped distribution: the smooth way, bad input, twins, and a power cut. */
public class OpenOfficeIT {
    private static Container container;
    private static Offices offices;

    @BeforeClass
    public static void boot() throws Exception {
        container = Container.shared().await("clk", Offices.PATH, 200);
        offices = new Offices(container);
    }

    @Test
    public void open_givesTheOfficeAndTheOneTimePassword() throws Exception {
        ObjectNode request = Offices.request();
        HttpResponse<String> answer = offices.open("clk", request, null);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        JsonNode body = Offices.json(answer);
        assertThat(body.at("/office/status").asText()).isEqualTo("UNREGISTERED");
        assertThat(body.at("/office/name").asText())
                .isEqualTo(request.get("name").asText());
        assertThat(body.get("oneTimePassword").asText()).hasSize(16);
        assertThat(offices.get("rev", body.at("/office/id").asText()).statusCode())
                .isEqualTo(200);
    }

    @Test
    public void head_seesNothingBeforeTheOneTimePasswordIsChanged_thenTheOwnOfficeOnly() throws Exception {
        JsonNode own = Offices.json(offices.open("clk", Offices.request(), null));
        JsonNode foreign = Offices.json(offices.open("clk", Offices.request(), null));
        String head = own.get("headAccount").asText();
        String oneTime = own.get("oneTimePassword").asText();
        assertThat(as(head, oneTime, own.at("/office/id").asText()).statusCode())
                .isEqualTo(403);

        String chosen = "一个足够长的新口令-" + UUID.randomUUID();
        HttpResponse<String> changed = container.send(container
                .request(null, "/api/platform/v1/me/password")
                .header("Authorization", Container.basic(head, oneTime))
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(
                        "{\"present\":\"" + oneTime + "\",\"wanted\":\"" + chosen + "\"}")));
        assertThat(changed.statusCode()).as(changed.body()).isBetween(200, 204);

        assertThat(as(head, oneTime, own.at("/office/id").asText()).statusCode())
                .isEqualTo(401);
        assertThat(as(head, chosen, own.at("/office/id").asText()).statusCode()).isEqualTo(200);
        HttpResponse<String> other = as(head, chosen, foreign.at("/office/id").asText());
        HttpResponse<String> missing = as(head, chosen, UUID.randomUUID().toString());
        assertThat(other.statusCode()).isEqualTo(404);
        assertThat(other.body()).isEqualTo(missing.body());
    }

    @Test
    public void open_isRefusedWithThePath_whenTheHostCityIsNeitherJinanNorQingdao() throws Exception {
        ObjectNode request = Offices.request().put("hostCity", "370300");
        HttpResponse<String> answer = offices.open("clk", request, null);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
        assertThat(Offices.json(answer).get("violations").findValuesAsText("path"))
                .contains("hostCity");
    }

    @Test
    public void open_isRefused_whenThePropertyIsUnknownOrOfAWrongType() throws Exception {
        ObjectNode unknown = Offices.request().put("nonsense", 1);
        assertThat(offices.open("clk", unknown, null).statusCode()).isEqualTo(400);
        ObjectNode wrong = Offices.request().put("letterDate", "2018-13-09");
        HttpResponse<String> answer = offices.open("clk", wrong, null);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("letterDate").doesNotContain("Exception");
    }

    @Test
    public void open_isForbidden_toOtherRoles() throws Exception {
        assertThat(offices.open("rev", Offices.request(), null).statusCode()).isEqualTo(403);
        assertThat(offices.open("ops", Offices.request(), null).statusCode()).isEqualTo(403);
    }

    @Test
    public void sameKey_givesTheFirstOfficeAgain_andConflictsWithAnotherBody() throws Exception {
        ObjectNode request = Offices.request();
        String key = UUID.randomUUID().toString();
        JsonNode first = Offices.json(offices.open("clk", request, key));
        JsonNode again = Offices.json(offices.open("clk", request, key));
        assertThat(again.get("office")).isEqualTo(first.get("office"));
        assertThat(again.hasNonNull("oneTimePassword")).isFalse();
        HttpResponse<String> other = offices.open("clk", request.put("name", "另一办事处"), key);
        assertThat(other.statusCode()).isEqualTo(409);
        assertThat(other.body()).contains("KEY_REUSED");
    }

    @Test
    public void parallelTwins_openOneOffice() throws Exception {
        ObjectNode request = Offices.request();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<HttpResponse<String>>> twins = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                twins.add(() -> offices.open(
                        "clk", request, "twin-" + request.get("headAccount").asText()));
            }
            List<String> ids = new ArrayList<>();
            for (Future<HttpResponse<String>> twin : threads.invokeAll(twins)) {
                assertThat(twin.get().statusCode()).as(twin.get().body()).isIn(200, 201);
                ids.add(Offices.json(twin.get()).at("/office/id").asText());
            }
            assertThat(ids).hasSize(8);
            assertThat(ids.stream().distinct()).hasSize(1);
        } finally {
            threads.shutdown();
        }
    }

    private static HttpResponse<String> as(String account, String password, String id) throws Exception {
        return container.send(container
                .request(null, Offices.PATH + "/" + id)
                .header("Authorization", Container.basic(account, password))
                .GET());
    }
}

package org.liaison.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;

/** Gives a person an account as any other gets it: asked for by one, approved by another, made by the third. */
final class Enrolment {
    /** What everybody who is enrolled chooses. */
    static final String PASSWORD = "一个足够长的新口令5678";

    private final Container container;

    Enrolment(Container container) {
        this.container = container;
    }

    /**
     * Makes the account and changes its first password to {@link #PASSWORD}.
     *
     * @param asking what the one who asks sends as {@code Authorization}
     * @param approver account of a demonstration person
     */
    void enrol(String asking, String approver, String account, String role, String scope) throws Exception {
        String wanted = Offices.JSON
                .createObjectNode()
                .put("account", account)
                .put("name", "王某某")
                .put("role", role)
                .put("scope", scope)
                .toString();
        JsonNode request = step(asking, "", wanted, null);
        String path = "/" + request.get("id").asText();
        String approving = Container.basic(approver, container.passwords().get(approver));
        JsonNode approved = step(approving, path + "/approval", "{}", request);
        JsonNode made = step(Container.basic("sec", container.securityPassword()), path + "/execution", "", approved);
        change(account, made.get("oneTimePassword").asText());
    }

    private JsonNode step(String login, String path, String body, JsonNode before) throws Exception {
        var request = container
                .request(null, "/api/platform/v1/account-requests" + path)
                .header("Authorization", login)
                .header("Content-Type", "application/json")
                .POST(Filing.text(body));
        if (before != null) {
            request.header("If-Match", "\"" + before.get("version").asLong() + "\"");
        }
        HttpResponse<String> answer = container.send(request);
        assertThat(answer.statusCode()).as(answer.body()).isIn(200, 201);
        return Offices.json(answer);
    }

    private void change(String account, String oneTime) throws Exception {
        HttpResponse<String> changed = container.send(container
                .request(null, "/api/platform/v1/me/password")
                .header("Authorization", Container.basic(account, oneTime))
                .header("Content-Type", "application/json")
                .PUT(Filing.text("{\"present\":\"" + oneTime + "\",\"wanted\":\"" + PASSWORD + "\"}")));
        assertThat(changed.statusCode()).as(changed.body()).isBetween(200, 204);
    }
}

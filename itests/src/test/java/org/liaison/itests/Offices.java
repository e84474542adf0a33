package org.liaison.itests;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Opens offices over REST, each with a name, dispatcher and head of its own. */
final class Offices {
    static final ObjectMapper JSON = new ObjectMapper();
    static final String PATH = "/api/registration/v1/offices";

    private final Container container;

    Offices(Container container) {
        this.container = container;
    }

    /** A request that is right as it is. */
    static ObjectNode request() throws IOException {
        String unique = UUID.randomUUID().toString().substring(0, 8);
        try (InputStream in = Offices.class.getResourceAsStream("/open-office.json")) {
            ObjectNode request = (ObjectNode) JSON.readTree(in);
            request.put("name", "样例" + unique + "驻青岛办事处");
            request.put("headAccount", "head-" + unique);
            ObjectNode dispatcher = (ObjectNode) request.get("dispatcher");
            dispatcher.put("name", "样例" + unique + "人民政府");
            dispatcher.putNull("uscc");
            return request;
        }
    }

    HttpResponse<String> open(String account, JsonNode request, String key) throws IOException, InterruptedException {
        HttpRequest.Builder post = container
                .request(account, PATH)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(request.toString(), StandardCharsets.UTF_8));
        return container.send(key == null ? post : post.header("Idempotency-Key", key));
    }

    HttpResponse<String> get(String account, String id) throws IOException, InterruptedException {
        return container.send(container.request(account, PATH + "/" + id).GET());
    }

    /** Asks the list of offices over SOAP. */
    HttpResponse<String> listOverSoap(String account) throws IOException, InterruptedException {
        return soap(
                account,
                "<e:Envelope xmlns:e=\"http://schemas.xmlsoap.org/soap/envelope/\" xmlns=\"urn:liaison:registration:v1\">"
                        + "<e:Body><listOffices><limit>20</limit></listOffices></e:Body></e:Envelope>");
    }

    HttpResponse<String> soap(String account, String envelope) throws IOException, InterruptedException {
        return container.send(container
                .request(account, "/ws/registration/v1")
                .header("Content-Type", "text/xml; charset=utf-8")
                .header("SOAPAction", "\"\"")
                .POST(HttpRequest.BodyPublishers.ofString(envelope, StandardCharsets.UTF_8)));
    }

    static JsonNode json(HttpResponse<String> answer) throws IOException {
        return JSON.readTree(answer.body());
    }
}

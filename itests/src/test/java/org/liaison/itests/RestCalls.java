package org.liaison.itests;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.liaison.itests.Rights.Face;

/**
 * Calls of every operation of a served OpenAPI document, right but for their version: whoever may is told that it is stale,
 * so that nothing changes.
 */
final class RestCalls {
    private static final Map<String, String> BODIES = Map.ofEntries(
            Map.entry("viewIdentityNumber", "{\"path\":\"head.idNumber\",\"reason\":\"核对任命文件\"}"),
            Map.entry("printCertificate", "{\"forms\":[{\"copyId\":\"1\",\"formNo\":\"KB-1\"}]}"),
            Map.entry("spoilCertificate", "{\"formNo\":\"KB-1\",\"reason\":\"卡纸\"}"),
            Map.entry("handOverCertificate", "{\"receiver\":\"张三\",\"receivedOn\":\"2026-03-05\"}"),
            Map.entry("reassignCertificate", "{\"account\":\"clk\"}"));

    private final String address;
    private final List<Operation> operations = new ArrayList<>();

    /** One operation of the document. */
    private record Operation(String name, String method, String path) {}

    RestCalls(JsonNode document) {
        address = document.at("/servers/0/url").asText();
        document.get("paths").properties().forEach(path -> path.getValue()
                .properties()
                .forEach(method -> operations.add(
                        new Operation(method.getValue().get("operationId").asText(), method.getKey(), path.getKey()))));
    }

    List<String> names() {
        return operations.stream().map(Operation::name).toList();
    }

    /** Whether a face is about a thing: its address holds a part of its own, or means the session, which Basic has none of. */
    boolean aboutAThing(Face face) {
        return of(face).path().contains("{") || of(face).path().contains("/sessions/current");
    }

    private Operation of(Face face) {
        return operations.stream()
                .filter(one -> one.name().equals(face.name()))
                .findFirst()
                .orElseThrow();
    }

    /** The call of a face on a case, without login. @param to the container's address */
    HttpRequest.Builder call(String to, Face face, Case on) throws Exception {
        Operation operation = of(face);
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(to + address + path(operation, face, on)))
                .header("If-Match", "\"999\"");
        String body = body(face, on);
        if (face.name().equals("addFile")) {
            return request.header("Content-Type", "multipart/form-data; boundary=b")
                    .POST(Filing.text("--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.pdf\"\r\n"
                            + "Content-Type: application/pdf\r\n\r\n%PDF-1.4\r\n--b--\r\n"));
        }
        return switch (operation.method()) {
            case "get" -> request.GET();
            case "delete" -> request.DELETE();
            default -> request.header("Content-Type", "application/json")
                    .method(operation.method().toUpperCase(), Filing.text(body));
        };
    }

    private static String path(Operation operation, Face face, Case on) {
        String path = operation.path();
        String variant = face.variant();
        Map<String, String> parts = Map.of(
                "{id}",
                on.thing(face.name()) == null ? Case.id() : on.thing(face.name()),
                "{fileId}",
                on.file(),
                "{code}",
                variant.isEmpty() ? "M1" : variant,
                "{step}",
                variant,
                "{revision}",
                "1",
                "{kind}",
                !variant.isEmpty() ? variant : face.name().contains("Certificate") ? "original" : "form");
        for (Map.Entry<String, String> part : parts.entrySet()) {
            path = path.replace(part.getKey(), part.getValue());
        }
        path = path.replaceAll("[{]\\w+}", "nothing");
        return switch (face.name()) {
            case "may" -> path + "?account=clk&operation=registration.office.read";
            case "findDivisions" -> path + "?q=3701";
            case "exportAudit" -> path + "?from=2026-01-01&to=2026-01-02";
            case "openFile" -> path + "?reason=" + URLEncoder.encode("核对材料", StandardCharsets.UTF_8);
            default -> path;
        };
    }

    private static String body(Face face, Case on) throws Exception {
        return switch (face.name()) {
            case "openOffice" -> Offices.request().toString();
            case "createApplication" -> face.variant().isEmpty()
                    ? "{\"officeId\":\"" + on.office() + "\"}"
                    : "{\"officeId\":\"" + on.office() + "\",\"legacyCertificateNo\":\"旧1\",\"form\":{}}";
            case "fireStep" -> Steps.json(Steps.event(face.operations().get(0)));
            default -> BODIES.getOrDefault(face.name(), "{}");
        };
    }
}

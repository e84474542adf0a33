package org.liaison.itests;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.liaison.itests.Rights.Face;

/** Calls of every operation of the served WSDL, right but for their version. */
final class SoapCalls {
    private static final Pattern OPERATION = Pattern.compile("<wsdl:operation name=\"(\\w+)\">");
    private static final Pattern CODE = Pattern.compile("<(?:\\w+:)?code>(\\w+)<");
    private static final String OASIS = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-";
    private static final String ID = "<id>{thing}</id>";
    private static final String CHANGE = ID + "<expectedVersion>999</expectedVersion>";
    private static final Map<String, String> BODIES = Map.ofEntries(
            Map.entry("openOffice", "<name>样例驻青岛办事处</name>"),
            Map.entry("getOffice", ID),
            Map.entry("listOffices", ""),
            Map.entry("createApplication", "<officeId>{thing}</officeId>{legacy}"),
            Map.entry("putForm", CHANGE + "<form/>"),
            Map.entry("putMaterial", CHANGE + "<code>M1</code>"),
            Map.entry(
                    "addFile", CHANGE + "<code>{code}</code><fileName>a.pdf</fileName><content>JVBERi0xLjQ=</content>"),
            Map.entry("removeFile", CHANGE + "<fileId>{file}</fileId>"),
            Map.entry("startUpload", "<fileName>a.pdf</fileName>"),
            Map.entry("appendPart", "<uploadId>{upload}</uploadId><offset>0</offset><part>JVBERi0xLjQ=</part>"),
            Map.entry("finishUpload", "<uploadId>{upload}</uploadId>" + CHANGE + "<code>{code}</code>"),
            Map.entry("openFile", ID + "<fileId>{file}</fileId><reason>核对材料</reason>"),
            Map.entry("viewIdentityNumber", ID + "<path>head.idNumber</path><reason>核对任命文件</reason>"),
            Map.entry("getDocument", ID + "<kind>{kind}</kind>"),
            Map.entry("fireStep", CHANGE + "{step}"),
            Map.entry("precheckApplication", ID),
            Map.entry("listChanges", "<after>0</after>"),
            Map.entry("getApplication", ID),
            Map.entry("listApplications", ""),
            Map.entry("checkCertificate", "<token>nothing</token>"),
            Map.entry("getCertificate", ID),
            Map.entry("getCertificateDocument", ID + "<kind>original</kind>"),
            Map.entry("listCertificates", ""),
            Map.entry("claimCertificate", CHANGE),
            Map.entry("printCertificate", CHANGE + "<forms><copyId>1</copyId><formNo>KB-1</formNo></forms>"),
            Map.entry("spoilCertificate", CHANGE + "<formNo>KB-1</formNo><reason>卡纸</reason>"),
            Map.entry("handOverCertificate", CHANGE + "<receiver>张三</receiver><receivedOn>2026-03-05</receivedOn>"));

    private SoapCalls() {}

    static List<String> names(String wsdl) {
        Matcher found = OPERATION.matcher(wsdl);
        return found.results().map(result -> result.group(1)).distinct().toList();
    }

    /** The call of a face on a case, without login. @param upload the caller's own, or of nobody */
    static HttpRequest.Builder call(String to, Face face, Case on, String upload) {
        String name = face.name();
        String body = BODIES.get(name)
                .replace("{thing}", String.valueOf(on.thing(name)))
                .replace("{file}", on.file())
                .replace("{upload}", upload)
                .replace(
                        "{legacy}",
                        face.variant().isEmpty() ? "" : "<legacyCertificateNo>旧1</legacyCertificateNo><form/>")
                .replace("{code}", face.variant().isEmpty() ? "M1" : face.variant())
                .replace("{kind}", face.variant().isEmpty() ? "form" : face.variant())
                .replace("{step}", Steps.xml(face.variant()));
        return HttpRequest.newBuilder(URI.create(to + "/ws/registration/v1"))
                .header("Content-Type", "text/xml; charset=utf-8")
                .header("SOAPAction", "\"\"")
                .POST(Filing.text("<e:Envelope xmlns:e=\"http://schemas.xmlsoap.org/soap/envelope/\""
                        + " xmlns=\"urn:liaison:registration:v1\"><e:Body><" + name + ">" + body + "</" + name
                        + "></e:Body></e:Envelope>"));
    }

    /** A whole request of an old system, byte for byte to be sent once: with a nonce, its secret in clear or as a digest. */
    static String listOffices(String account, String secret, boolean digest) throws GeneralSecurityException {
        byte[] nonce = new byte[16];
        new SecureRandom().nextBytes(nonce);
        String created = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
        MessageDigest sha = MessageDigest.getInstance("SHA-1");
        sha.update(nonce);
        sha.update((created + secret).getBytes(StandardCharsets.UTF_8));
        String said = digest ? Base64.getEncoder().encodeToString(sha.digest()) : secret;
        return "<e:Envelope xmlns:e=\"http://schemas.xmlsoap.org/soap/envelope/\"><e:Header><s:Security xmlns:s=\""
                + OASIS
                + "wssecurity-secext-1.0.xsd\" xmlns:u=\"" + OASIS + "wssecurity-utility-1.0.xsd\"><s:UsernameToken>"
                + "<s:Username>" + account + "</s:Username><s:Password Type=\"" + OASIS + "username-token-profile-1.0#"
                + (digest ? "PasswordDigest" : "PasswordText") + "\">" + said + "</s:Password><s:Nonce EncodingType=\""
                + OASIS + "soap-message-security-1.0#Base64Binary\">"
                + Base64.getEncoder().encodeToString(nonce)
                + "</s:Nonce><u:Created>" + created + "</u:Created></s:UsernameToken></s:Security></e:Header><e:Body>"
                + "<listOffices xmlns=\"urn:liaison:registration:v1\"/></e:Body></e:Envelope>";
    }

    /** The status that REST has for the same answer; 400 for whatever is wrong with the content. */
    static int status(HttpResponse<String> answer) {
        if (answer.statusCode() != 500) {
            return answer.statusCode();
        }
        Matcher code = CODE.matcher(answer.body());
        String found = code.find() ? code.group(1) : "none";
        return switch (found) {
            case "FORBIDDEN", "NO_BINDING" -> 403;
            case "NOT_FOUND" -> 404;
            case "UNAUTHORIZED", "LOGIN_REQUIRED" -> 401;
            case "INTERNAL", "none" -> 500;
            default -> 400;
        };
    }
}

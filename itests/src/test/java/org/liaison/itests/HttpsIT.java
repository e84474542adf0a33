package org.liaison.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManagerFactory;
import org.junit.BeforeClass;
import org.junit.Test;

/** HTTPS from the keystore that the first start makes, and what of a request's own words about itself is believed. */
public class HttpsIT {
    private static Container container;

    @BeforeClass
    public static void start() throws Exception {
        container = Container.shared().await("clk", Offices.PATH, 200);
    }

    @Test
    public void selfMadeCertificate_standsForThisMachine_inTls12And13() throws Exception {
        for (String version : new String[] {"TLSv1.2", "TLSv1.3"}) {
            for (String host : new String[] {"localhost", "127.0.0.1"}) {
                HttpResponse<String> answer = send(client(version), request(host, null));
                assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
                assertThat(answer.sslSession().orElseThrow().getProtocol()).isEqualTo(version);
                assertThat(answer.headers().map()).doesNotContainKey("strict-transport-security");
            }
        }
    }

    @Test
    public void keystoreAndItsPassword_areForTheOwnerAlone_andNotInTheCacheOfSettings() throws Exception {
        for (String name : new String[] {"https.p12", "https.password"}) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keys().resolve(name))))
                    .isEqualTo("rw-------");
        }
        String password = password();
        try (var kept = Files.walk(container.home().resolve("data/cache"))) {
            assertThat(kept.filter(file -> file.toString().endsWith(".config")))
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(Files.readString(file)).doesNotContain(password));
        }
    }

    /** A proxy that is not trusted: it takes the privilege of this machine away, so TLS alone decides. */
    @Test
    public void password_isTakenOverTls_andRefusedOverPlainHttp_whenItComesFromElsewhere() throws Exception {
        HttpResponse<String> plain = container.send(container
                .request("clk", Offices.PATH)
                .header("X-Forwarded-For", "198.51.100.7")
                .header("X-Forwarded-Proto", "https"));
        assertThat(plain.statusCode()).isEqualTo(403);
        assertThat(plain.body()).contains("TLS_REQUIRED");

        HttpResponse<String> secure = send(client("TLSv1.3"), request("localhost", "198.51.100.7"));
        assertThat(secure.statusCode()).isEqualTo(200);
        assertThat(secure.headers().firstValue("Strict-Transport-Security")).hasValue("max-age=31536000");
    }

    private static HttpRequest request(String host, String forwarded) throws IOException {
        URI address = URI.create("https://" + host + ":" + container.https() + Offices.PATH);
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .header(
                        "Authorization",
                        Container.basic("clk", container.passwords().get("clk")));
        return (forwarded == null ? request : request.header("X-Forwarded-For", forwarded)).build();
    }

    private static HttpResponse<String> send(HttpClient client, HttpRequest request) throws Exception {
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static HttpClient client(String version) throws Exception {
        KeyStore own = KeyStore.getInstance("PKCS12");
        try (InputStream file = Files.newInputStream(keys().resolve("https.p12"))) {
            own.load(file, password().toCharArray());
        }
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("liaison", own.getCertificate("liaison"));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .sslContext(context)
                .sslParameters(new SSLParameters(null, new String[] {version}))
                .build();
    }

    private static String password() throws IOException {
        return Files.readString(keys().resolve("https.password"));
    }

    private static Path keys() {
        return container.data().resolve("keys");
    }
}

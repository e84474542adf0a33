package org.liaison.itests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.apache.sshd.common.SshException;
import org.junit.Test;

/** A second factor on the running platform, with an app of our own: no way in leaves it out. */
public class SecondFactorIT {
    private static final String ACCOUNT = "psu";
    private static final String ME = "/api/platform/v1/me";
    private static final String FACTOR = ME + "/second-factor";

    private final Container container;

    public SecondFactorIT() throws Exception {
        container = Container.shared().await("clk", Offices.PATH, 200);
    }

    @Test
    public void passwordAlone_opensNothing_untilTheFactorIsTakenAway() throws Exception {
        try {
            JsonNode enrolled = Offices.json(
                    container.send(container.request(ACCOUNT, FACTOR).POST(BodyPublishers.noBody())));
            String secret = enrolled.get("secret").asText();
            assertThat(enrolled.get("uri").asText())
                    .startsWith("otpauth://totp/Liaison%3A" + ACCOUNT + "?secret=" + secret);
            HttpResponse<String> confirmed = container.send(container
                    .request(ACCOUNT, FACTOR + "/confirmation")
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString("{\"code\":\"" + new Authenticator(secret).code() + "\"}")));
            assertThat(confirmed.statusCode()).as(confirmed.body()).isEqualTo(200);
            JsonNode recovery = Offices.json(confirmed).get("recoveryCodes");
            assertThat(recovery).hasSize(10);

            assertThat(open("").body()).contains("CODE_REQUIRED");
            assertThat(soap()).contains("SECOND_FACTOR");
            String code = ",\"code\":\"" + recovery.get(0).asText() + '"';
            HttpResponse<String> opened = open(code);
            assertThat(opened.statusCode()).as(opened.body()).isEqualTo(201);
            String cookie =
                    opened.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];
            assertThat(container
                            .send(container.request(null, ME).header("Cookie", cookie))
                            .body())
                    .contains("PSU@ALL");

            HttpResponse<String> basic = container.send(container.request(ACCOUNT, ME));
            assertThat(basic.statusCode()).isEqualTo(403);
            assertThat(basic.body()).contains("SECOND_FACTOR");
            assertThatThrownBy(() -> container.console(ACCOUNT, "platform:delegations"))
                    .isInstanceOf(SshException.class);
        } finally {
            assertThat(container.asSecurity("platform:user-factor-reset " + ACCOUNT))
                    .contains(ACCOUNT);
        }
        // the password alone was a guess each time
        container.asSecurity("platform:user-unlock " + ACCOUNT);
        assertThat(container.send(container.request(ACCOUNT, ME)).statusCode()).isEqualTo(200);
    }

    /** @param more of the body, with its comma */
    private HttpResponse<String> open(String more) throws Exception {
        String password = container.passwords().get(ACCOUNT);
        HttpRequest.Builder request = container
                .request(null, "/api/platform/v1/sessions")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(
                        "{\"account\":\"" + ACCOUNT + "\",\"password\":\"" + password + '"' + more + "}"));
        return container.send(request);
    }

    private String soap() throws Exception {
        String password = container.passwords().get(ACCOUNT);
        return container
                .send(container
                        .request(null, "/ws/registration/v1")
                        .header("Content-Type", "text/xml; charset=utf-8")
                        .POST(BodyPublishers.ofString(SoapCalls.listOffices(ACCOUNT, password, false))))
                .body();
    }
}

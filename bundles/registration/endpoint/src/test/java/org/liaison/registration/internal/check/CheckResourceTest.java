package org.liaison.registration.internal.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import javax.ws.rs.core.Response;
import org.junit.Test;
import org.liaison.platform.api.Caller;
import org.liaison.platform.api.Channel;
import org.liaison.platform.api.Unavailable;
import org.liaison.registration.api.CertificateCheck;
import org.liaison.registration.api.CertificateCheck.Status;
import org.liaison.registration.api.Certificates;

public class CheckResourceTest {
    private static final Instant NOW = Instant.parse("2026-03-05T01:02:03Z");
    private static final CertificateCheck NOTHING =
            new CertificateCheck(Status.NOT_FOUND, null, null, null, null, null, null, NOW);

    private final Caller caller = Caller.anonymous(Channel.REST, "203.0.113.9");
    private final Certificates certificates = mock(Certificates.class);
    private final CheckResource resource =
            new CheckResource(certificates, new CheckPage(false), Clock.fixed(NOW, ZoneId.of("Asia/Shanghai")));

    @Test
    public void page_isTheAnswer_unlessJsonAloneIsAskedFor() {
        when(certificates.check(caller, "t")).thenReturn(NOTHING);
        for (String accept : new String[] {null, "*/*", "text/html,application/json", "image/png"}) {
            Response answer = resource.check(caller, "t", accept);
            assertThat(answer.getStatus()).isEqualTo(200);
            assertThat(answer.getMediaType().toString()).isEqualTo("text/html;charset=UTF-8");
            assertThat((String) answer.getEntity()).contains("未查到");
            assertThat(answer.getHeaderString("Content-Security-Policy")).startsWith("default-src 'none'");
        }
        Response json = resource.check(caller, "t", "application/json");
        assertThat(json.getEntity()).isEqualTo(NOTHING);
        assertThat(json.getHeaderString("Vary")).isEqualTo("Accept");
    }

    @Test
    public void pageSaysLater_whenTheRegisterIsAway() {
        when(certificates.check(caller, "t")).thenThrow(Unavailable.service("登记证"));
        Response answer = resource.check(caller, "t", "text/html");
        assertThat(answer.getStatus()).isEqualTo(503);
        assertThat((String) answer.getEntity()).contains("暂时无法查验");
        assertThatThrownBy(() -> resource.check(caller, "t", "application/json"))
                .isInstanceOf(Unavailable.class);
    }
}

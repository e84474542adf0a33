package org.liaison.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.mail.internet.MimeMessage;
import org.junit.Test;

/** A returned case is in the head's inbox and in the mail, once, though the process is killed before anything was sent. */
public class NoticesIT {
    // A Wednesday on which people work, whatever day it really is.
    private static final Instant START = Instant.parse("2027-03-10T02:00:00Z");
    private static final String TOMORROW = "2027-03-11";
    private static final String NOTICES = "/api/platform/v1/notices";

    private final int port = Ports.free();

    @Test
    public void returnAndReminder_reachTheHeadOnce_acrossAKillBeforeTheMailIsSent() throws Exception {
        try (Container container = Container.fresh()) {
            start(container, Duration.ZERO);
            Filing filing = submitted(container);
            address(container, filing);
            giveBack(filing, "\"" + TOMORROW + "\"");
            // nobody listens on the port yet, so nothing was sent
            container.kill();

            GreenMail mail = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
            mail.start();
            try {
                start(container, Duration.ofMinutes(10));
                await(mail, 2);
                assertThat(subjects(mail))
                        .containsExactlyInAnyOrder("【驻省会城市办事机构管理平台】备案登记申请退回补正", "【驻省会城市办事机构管理平台】补正期限将至");
                JsonNode inbox = get(filing, container, NOTICES).get("items");
                assertThat(inbox.findValuesAsText("rule"))
                        .containsExactly("registration.correction.due", "registration.application.returned");
                assertThat(inbox.get(1).get("text").asText()).contains("2027年3月11日");
                read(container, filing, inbox.get(0));

                container.kill();
                start(container, Duration.ofMinutes(20));
                Filing other = submitted(container);
                address(container, other);
                giveBack(other, "null");
                await(mail, 3);
                assertThat(get(filing, container, NOTICES).get("items")).hasSize(2);
                assertThat(get(other, container, NOTICES + "/unread")
                                .get("unread")
                                .asInt())
                        .isEqualTo(1);
                assertThat(mail.getReceivedMessages()).hasSize(3);
                assertThat(container.complaints()).isEmpty();
            } finally {
                mail.stop();
            }
        }
    }

    private void start(Container container, Duration later) throws Exception {
        container
                .start(
                        "LIAISON_CLOCK_SHIFT=" + Duration.between(Instant.now(), START.plus(later)),
                        "LIAISON_SMTP_HOST=127.0.0.1",
                        "LIAISON_SMTP_PORT=" + port,
                        "LIAISON_SMTP_SECURITY=NONE",
                        "LIAISON_MAIL_FROM=liaison@bureau.example")
                .await("clk", Offices.PATH, 200)
                .await("clk", NOTICES, 200);
    }

    private static Filing submitted(Container container) throws Exception {
        Filing filing = new Filing(container);
        filing.draft();
        filing.files();
        filing.office("submission", 200);
        return filing;
    }

    private static void address(Container container, Filing filing) throws Exception {
        HttpResponse<String> put = container.send(filing.request("/api/platform/v1/me/addresses")
                .header("Content-Type", "application/json")
                .header("If-Match", "\"0\"")
                .PUT(HttpRequest.BodyPublishers.ofString("{\"email\":\"" + filing.head + "@office.example\"}")));
        assertThat(put.statusCode()).as(put.body()).isEqualTo(200);
    }

    private static void giveBack(Filing filing, String dueOn) throws Exception {
        filing.bureau("clk", "claim", "{}");
        filing.bureau(
                "clk",
                "return",
                "{\"dueOn\":" + dueOn + ",\"defects\":[{\"path\":\"materials.M5\",\"text\":\"申请表未盖章，请盖章后重新上传\"}]}");
    }

    private static JsonNode get(Filing filing, Container container, String path) throws Exception {
        HttpResponse<String> answer = container.send(filing.request(path).GET());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Offices.json(answer);
    }

    private static void read(Container container, Filing filing, JsonNode notice) throws Exception {
        String path = NOTICES + "/" + notice.get("id").asText() + "/reading";
        HttpResponse<String> read = container.send(
                filing.request(path).header("If-Match", "\"0\"").POST(HttpRequest.BodyPublishers.ofString("")));
        assertThat(read.statusCode()).as(read.body()).isEqualTo(200);
        assertThat(get(filing, container, NOTICES + "/unread").get("unread").asInt())
                .isEqualTo(1);
        // another person's notice is not there
        assertThat(container
                        .send(container
                                .request("clk", NOTICES + "/" + notice.get("id").asText())
                                .GET())
                        .statusCode())
                .isEqualTo(404);
    }

    private static List<String> subjects(GreenMail mail) throws Exception {
        List<String> subjects = new ArrayList<>();
        for (MimeMessage message : mail.getReceivedMessages()) {
            subjects.add(message.getSubject());
        }
        return subjects;
    }

    private static void await(GreenMail mail, int count) {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(3);
        while (mail.getReceivedMessages().length < count) {
            assertThat(System.nanoTime())
                    .as("mails so far: %d of %d", mail.getReceivedMessages().length, count)
                    .isLessThan(end);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
        }
    }
}

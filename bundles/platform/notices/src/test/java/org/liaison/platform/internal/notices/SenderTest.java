package org.liaison.platform.internal.notices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import javax.mail.internet.MimeMessage;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.liaison.platform.api.Act;
import org.liaison.platform.api.Done;
import org.liaison.platform.api.HealthCheck.Level;
import org.liaison.platform.api.Role;
import org.liaison.platform.api.notice.Inbox.Addresses;
import org.liaison.platform.api.notice.Recipient;
import org.liaison.platform.api.notice.SmsGateway;
import org.liaison.platform.internal.notices.DeliveryTable.Delivery;

public class SenderTest {
    @Rule
    public final NoticesDatabase database = new NoticesDatabase();

    @Rule
    public final MailServer server = new MailServer();

    private final People people = new People();
    private Channels channels;

    @Before
    public void open() {
        channels = server.channels();
        new JdbcInbox(database.rows(), database)
                .putAddresses(
                        people.caller("zhang.san"), new Addresses("zhang@office.example", "13800000000", 0), null);
    }

    private Sender sender() {
        return new Sender(database.rows(), channels, database.clock, null);
    }

    private void tell() {
        NoticeWriter writer = new NoticeWriter(database.rows(), people, people, channels);
        database.run(
                people.caller("li.na"),
                Act.of("test", "application", "app-1", null),
                unit -> {
                    writer.tell(unit, People.returned("1"), List.of(Recipient.office(Role.HED, People.OFFICE)));
                    return Done.of(null, "app-1", 1, null);
                },
                (scope, id) -> null);
    }

    private long in(String state) {
        return database.count("SELECT COUNT(*) FROM notices.delivery WHERE state = '" + state + "'");
    }

    private NoticesHealth health() {
        return new NoticesHealth(database.rows(), channels, database.clock);
    }

    @Test
    public void mail_saysWhatTheNoticeSays_once() throws Exception {
        tell();

        sender().send();
        sender().send();

        assertThat(server.received()).hasSize(1);
        MimeMessage mail = server.received()[0];
        assertThat(mail.getSubject()).isEqualTo("【驻省会城市办事机构管理平台】备案登记申请退回补正");
        assertThat((String) mail.getContent())
                .contains("申请BA-2026-0001已退回补正，请于2026年3月19日前补正")
                .contains("https://liaison.example/");
        assertThat(mail.getAllRecipients()[0]).hasToString("zhang@office.example");
        assertThat(mail.getFrom()[0]).hasToString("liaison@sdsjgj.example");
        assertThat(mail.getSentDate()).isEqualTo("2026-03-05T10:00:00+08:00");
        assertThat(in("SENT")).isEqualTo(1);
        assertThat(health().check().level()).isEqualTo(Level.OK);
    }

    @Test
    public void mail_goesOutOnce_whenSeveralNodesLookAtTheSameRow() {
        tell();
        DeliveryTable table = new DeliveryTable(database.rows());
        Delivery seen = table.waiting(Way.MAIL, database.clock.instant(), 10).get(0);
        assertThat(table.take(seen, database.clock.instant().plusSeconds(300))).isTrue();

        assertThat(table.take(seen, database.clock.instant().plusSeconds(300))).isFalse();
        sender().send();

        assertThat(server.received()).isEmpty();
    }

    @Test
    public void mail_isSentByAnother_whenANodeDiedBeforeSending() {
        tell();
        DeliveryTable table = new DeliveryTable(database.rows());
        table.take(
                table.waiting(Way.MAIL, database.clock.instant(), 10).get(0),
                database.clock.instant().plus(Sender.WAITS.get(0)));

        database.clock.set(database.clock.instant().plus(Sender.WAITS.get(0)));
        sender().send();

        assertThat(server.received()).hasSize(1);
    }

    @Test
    public void mail_hasTheSameIdAgain_whenANodeDiedAfterTheServersAnswer() throws Exception {
        tell();
        sender().send();
        database.rows().update("UPDATE notices.delivery SET state = 'WAITING', sent_at = NULL");
        database.clock.set(database.clock.instant().plus(Sender.WAITS.get(0)));

        sender().send();

        assertThat(server.received()).hasSize(2);
        assertThat(server.received()[0].getMessageID()).isEqualTo(server.received()[1].getMessageID());
    }

    @Test
    public void mail_isTriedAFewTimesAndThenGivenUp_whenTheServerIsAway() {
        tell();
        server.stop();

        sender().send();
        assertThat(in("WAITING")).isEqualTo(1);
        assertThat(health().check().level()).isEqualTo(Level.WARN);
        sender().send();
        assertThat(database.count("SELECT attempts FROM notices.delivery"))
                .as("not before its time")
                .isEqualTo(1);
        for (Duration wait : Sender.WAITS) {
            database.clock.set(database.clock.instant().plus(wait));
            sender().send();
        }

        assertThat(in("FAILED")).isEqualTo(1);
        assertThat(database.count("SELECT attempts FROM notices.delivery")).isEqualTo(Sender.WAITS.size() + 1);
        assertThat(health().check().level()).isEqualTo(Level.BAD);
        assertThat(health().check().todo()).isNotBlank();
    }

    @Test
    public void mail_isGivenUpAtOnce_whenTheAddressWasTakenBack() {
        tell();
        new JdbcInbox(database.rows(), database)
                .putAddresses(people.caller("zhang.san"), new Addresses(null, null, 1), null);

        sender().send();

        assertThat(in("FAILED")).isEqualTo(1);
        assertThat(server.received()).isEmpty();
    }

    @Test
    public void textMessage_holdsTheTitleOnly_andIsTriedAgain() throws Exception {
        SmsGateway gateway = mock(SmsGateway.class);
        channels = new Channels(MailServer.settings("", 25, "NONE", ""));
        channels.sms = gateway;
        doThrow(new IOException("busy")).doNothing().when(gateway).send(anyString(), anyString(), anyString());
        tell();

        sender().send();
        database.clock.set(database.clock.instant().plus(Sender.WAITS.get(0)));
        sender().send();

        verify(gateway, times(2)).send(eq("13800000000"), eq("备案登记申请退回补正，请登录平台查看"), anyString());
        assertThat(in("SENT")).isEqualTo(1);
    }

    @Test
    public void status_saysWhatThereIsNot() {
        channels = new Channels(MailServer.settings("", 25, "NONE", ""));

        assertThat(health().check().level()).isEqualTo(Level.OK);
        assertThat(health().check().text()).contains("邮件未启用").contains("短信未接入");
    }

    @Test
    public void settings_areRefused_whenTheyContradictEachOther() {
        assertThatThrownBy(() -> new Channels(MailServer.settings("smtp.example", 25, "NONE", "")))
                .hasMessageContaining("from");
        assertThatThrownBy(() -> new Channels(MailServer.settings("smtp.example", 25, "SSL", "a@b.example")))
                .hasMessageContaining("smtpSecurity");
    }
}

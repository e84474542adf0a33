package org.liaison.platform.internal.notices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.Rule;
import org.junit.Test;
import org.liaison.platform.api.Act;
import org.liaison.platform.api.Done;
import org.liaison.platform.api.PageRequest;
import org.liaison.platform.api.Role;
import org.liaison.platform.api.Scope;
import org.liaison.platform.api.notice.Inbox.Addresses;
import org.liaison.platform.api.notice.Message;
import org.liaison.platform.api.notice.Notice;
import org.liaison.platform.api.notice.Recipient;

public class NoticeWriterTest {
    private static final List<Recipient> OFFICE =
            List.of(Recipient.office(Role.FIL, People.OFFICE), Recipient.office(Role.HED, People.OFFICE));

    @Rule
    public final NoticesDatabase database = new NoticesDatabase();

    @Rule
    public final MailServer server = new MailServer();

    private final People people = new People();

    private void tell(Channels channels, Message message, List<Recipient> to, boolean commit) {
        NoticeWriter writer = new NoticeWriter(database.rows(), people, people, channels);
        database.run(
                people.caller("li.na"),
                Act.of("registration.application.return", "application", "app-1", null),
                unit -> {
                    writer.tell(unit, message, to);
                    if (!commit) {
                        throw new IllegalArgumentException("the act failed later");
                    }
                    return Done.of(null, "app-1", 1, People.OFFICE);
                },
                (scope, id) -> null);
    }

    private void tell(Message message, List<Recipient> to) {
        tell(server.channels(), message, to, true);
    }

    private List<Notice> inbox(String account) {
        return new JdbcInbox(database.rows(), database)
                .list(people.caller(account), false, new PageRequest(50, null))
                .items();
    }

    private void address(String account, String email) {
        new JdbcInbox(database.rows(), database)
                .putAddresses(people.caller(account), new Addresses(email, null, 0), null);
    }

    @Test
    public void everybodyMeant_hasTheNoticeInTheInbox_whenTheActCommits() {
        tell(People.returned("3"), OFFICE);

        assertThat(inbox("zhang.san")).singleElement().satisfies(notice -> {
            assertThat(notice.title()).isEqualTo("备案登记申请退回补正");
            assertThat(notice.text()).isEqualTo("申请BA-2026-0001已退回补正，请于2026年3月19日前补正");
            assertThat(notice.officeId()).isEqualTo(People.OFFICE);
            assertThat(notice.createdAt()).isEqualTo(database.clock.instant());
            assertThat(notice.readAt()).isNull();
        });
        assertThat(inbox("wang.wu")).hasSize(1);
        assertThat(inbox("li.na")).isEmpty();
    }

    @Test
    public void nothingIsToldOrSent_whenTheActFails() {
        address("zhang.san", "zhang@office.example");

        assertThatThrownBy(() -> tell(server.channels(), People.returned("3"), OFFICE, false))
                .isInstanceOf(IllegalArgumentException.class);

        assertThat(inbox("zhang.san")).isEmpty();
        assertThat(database.count("SELECT COUNT(*) FROM notices.delivery")).isZero();
    }

    @Test
    public void oneOccasionIsToldOnce_andTheNextOneAgain() {
        tell(People.returned("3"), OFFICE);
        tell(People.returned("3"), OFFICE);
        assertThat(inbox("zhang.san")).hasSize(1);

        tell(People.returned("5"), OFFICE);
        assertThat(inbox("zhang.san")).hasSize(2);
    }

    @Test
    public void mailIsToBeSent_onlyToWhoGaveAnAddressAndOnlyWhenMailIsSet() {
        address("zhang.san", "zhang@office.example");

        tell(new Channels(MailServer.settings("", 25, "NONE", "")), People.returned("2"), OFFICE, true);
        assertThat(database.count("SELECT COUNT(*) FROM notices.delivery")).isZero();

        tell(People.returned("3"), OFFICE);
        assertThat(database.count("SELECT COUNT(*) FROM notices.delivery WHERE channel = 'MAIL'"))
                .isEqualTo(1);
    }

    @Test
    public void holderOfTheCaseIsTold_elseEverybodyOfTheQueueWhoseCityItIs() {
        tell(People.returned("1"), List.of(Recipient.bureau(Role.CLK, "370200", "zhao.liu")));
        assertThat(inbox("zhao.liu")).hasSize(1);
        assertThat(inbox("li.na")).isEmpty();

        tell(People.returned("2"), List.of(Recipient.bureau(Role.CLK, "370100", null)));
        assertThat(inbox("zhao.liu")).hasSize(1);
        assertThat(inbox("li.na")).hasSize(1);

        people.bind("zhao.liu", Role.REV, Scope.ALL);
        tell(People.returned("3"), List.of(Recipient.bureau(Role.CLK, "370200", "zhao.liu")));
        assertThat(inbox("li.na")).as("the holder has lost the role").hasSize(2);
    }

    @Test
    public void wordsAreRefused_whenAFactIsMissing() {
        Message bare = new Message(
                "registration.application.returned", "application", "app-1", People.OFFICE, "1", Map.of("no", "BA-1"));

        assertThatThrownBy(() -> tell(bare, OFFICE)).hasMessageContaining("due");
    }
}

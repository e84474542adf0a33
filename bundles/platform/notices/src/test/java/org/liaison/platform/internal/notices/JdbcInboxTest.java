package org.liaison.platform.internal.notices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.liaison.platform.api.Act;
import org.liaison.platform.api.Caller;
import org.liaison.platform.api.Conflict;
import org.liaison.platform.api.Done;
import org.liaison.platform.api.Invalid;
import org.liaison.platform.api.NotFound;
import org.liaison.platform.api.Page;
import org.liaison.platform.api.PageRequest;
import org.liaison.platform.api.Role;
import org.liaison.platform.api.Scope;
import org.liaison.platform.api.notice.Inbox.Addresses;
import org.liaison.platform.api.notice.Notice;
import org.liaison.platform.api.notice.Recipient;

public class JdbcInboxTest {
    @Rule
    public final NoticesDatabase database = new NoticesDatabase();

    private final People people = new People();
    private JdbcInbox inbox;
    private Caller head;

    @Before
    public void open() {
        inbox = new JdbcInbox(database.rows(), database);
        head = people.caller("zhang.san");
    }

    private void tell(int occasion) {
        NoticeWriter writer = new NoticeWriter(
                database.rows(), people, people, new Channels(MailServer.settings("", 25, "NONE", "")));
        database.run(
                head,
                Act.of("test", "application", "app-1", null),
                unit -> {
                    writer.tell(
                            unit,
                            People.returned(String.valueOf(occasion)),
                            List.of(Recipient.office(Role.HED, People.OFFICE)));
                    return Done.of(null, "app-1", 1, null);
                },
                (scope, id) -> null);
    }

    private Notice only() {
        return inbox.list(head, false, new PageRequest(50, null)).items().get(0);
    }

    @Test
    public void pages_holdEveryNoticeOnceNewestFirst_alsoWithinOneMillisecond() {
        for (int i = 0; i < 7; i++) {
            database.clock.set("2026-03-05T10:00:0" + i / 3);
            tell(i);
        }

        List<Notice> seen = new ArrayList<>();
        String after = null;
        do {
            Page<Notice> page = inbox.list(head, false, new PageRequest(2, after));
            seen.addAll(page.items());
            after = page.next();
        } while (after != null);

        assertThat(seen).hasSize(7).extracting(Notice::id).doesNotHaveDuplicates();
        assertThat(seen).extracting(Notice::createdAt).isSortedAccordingTo((a, b) -> b.compareTo(a));
    }

    @Test
    public void unread_goesDown_whenANoticeIsRead() {
        tell(1);
        tell(2);
        assertThat(inbox.unread(head)).isEqualTo(2);

        Notice read = inbox.read(head, only().id(), 0, null);

        assertThat(read.version()).isEqualTo(1);
        assertThat(read.readAt()).isEqualTo(database.clock.instant());
        assertThat(inbox.unread(head)).isEqualTo(1);
        assertThat(inbox.list(head, true, new PageRequest(50, null)).items())
                .extracting(Notice::id)
                .doesNotContain(read.id());
    }

    @Test
    public void read_isStale_whenAnotherWindowReadItFirst() {
        tell(1);
        inbox.read(head, only().id(), 0, null);

        assertThatThrownBy(() -> inbox.read(head, only().id(), 0, null))
                .isInstanceOfSatisfying(
                        Conflict.class, e -> assertThat(e.code()).isEqualTo("STALE"));
    }

    @Test
    public void notice_isNotThere_forAnotherPersonOrUnderAnotherScope() {
        tell(1);
        String id = only().id();

        assertThatThrownBy(() -> inbox.get(people.caller("wang.wu"), id)).isInstanceOf(NotFound.class);
        people.bind("zhang.san", Role.HED, Scope.office("office-2"));
        Caller elsewhere = people.caller("zhang.san");
        assertThatThrownBy(() -> inbox.get(elsewhere, id)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> inbox.read(elsewhere, id, 0, null)).isInstanceOf(NotFound.class);
        assertThat(inbox.unread(elsewhere)).isZero();
        assertThat(inbox.list(elsewhere, false, new PageRequest(50, null)).items())
                .isEmpty();
    }

    @Test
    public void list_refusesACursorThatIsNoneOfOurs() {
        for (String cursor : List.of("", "x", "1~2", "!~00000000-0000-0000-0000-000000000000")) {
            assertThatThrownBy(() -> inbox.list(head, false, new PageRequest(50, cursor)))
                    .as(cursor)
                    .isInstanceOf(Invalid.class);
        }
    }

    @Test
    public void addresses_areOnesOwn_andStaleVersionsAreRefused() {
        assertThat(inbox.addresses(head)).isEqualTo(new Addresses(null, null, 0));

        Addresses first = inbox.putAddresses(head, new Addresses("zhang@office.example", "13800000000", 0), null);
        assertThat(first.version()).isEqualTo(1);
        assertThat(inbox.putAddresses(head, new Addresses(null, "13800000000", 1), null))
                .isEqualTo(new Addresses(null, "13800000000", 2));
        assertThatThrownBy(() -> inbox.putAddresses(head, new Addresses("a@b.example", null, 1), null))
                .isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> inbox.putAddresses(head, new Addresses("a@b.example", null, 0), null))
                .isInstanceOf(Conflict.class);
        assertThat(inbox.addresses(people.caller("wang.wu")).version()).isZero();
    }

    @Test
    public void addresses_areRefusedByField_whenTheyAreNone() {
        for (String email : List.of("", "zhang", "zhang@", "a@b", "a b@c.example", "a@b.example\r\nBcc: x@y.example")) {
            assertThatThrownBy(() -> inbox.putAddresses(head, new Addresses(email, null, 0), null))
                    .as(email)
                    .isInstanceOfSatisfying(
                            Invalid.class,
                            e -> assertThat(e.violations().get(0).path()).isEqualTo("email"));
        }
        for (String mobile : List.of("", "138", "23800000000", "138000000001")) {
            assertThatThrownBy(() -> inbox.putAddresses(head, new Addresses(null, mobile, 0), null))
                    .as(mobile)
                    .isInstanceOfSatisfying(
                            Invalid.class,
                            e -> assertThat(e.violations().get(0).path()).isEqualTo("mobile"));
        }
    }

    @Test
    public void addresses_doNotComeIntoTexts() {
        assertThat(new Addresses("zhang@office.example", "13800000000", 4).toString())
                .doesNotContain("zhang")
                .doesNotContain("138");
    }
}

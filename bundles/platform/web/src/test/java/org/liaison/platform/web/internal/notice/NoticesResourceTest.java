package org.liaison.platform.web.internal.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.util.List;
import javax.ws.rs.core.EntityTag;
import javax.ws.rs.core.Response;
import org.junit.Test;
import org.liaison.platform.api.Binding;
import org.liaison.platform.api.Caller;
import org.liaison.platform.api.Channel;
import org.liaison.platform.api.Invalid;
import org.liaison.platform.api.Page;
import org.liaison.platform.api.PageRequest;
import org.liaison.platform.api.Role;
import org.liaison.platform.api.Scope;
import org.liaison.platform.api.Unavailable;
import org.liaison.platform.api.notice.Inbox;
import org.liaison.platform.api.notice.Inbox.Addresses;
import org.liaison.platform.api.notice.Notice;
import org.liaison.platform.web.Versions;

public class NoticesResourceTest {
    private static final Binding HEAD = new Binding(Role.HED, Scope.office("1"), null);

    private final Inbox inbox = mock(Inbox.class);
    private final NoticesResource notices = new NoticesResource(() -> inbox);
    private final AddressesResource addresses = new AddressesResource(() -> inbox);
    private final Caller caller = new Caller("zhang.san", "张三", List.of(HEAD), HEAD, Channel.REST, "127.0.0.1");

    private static Notice notice(long version) {
        return new Notice(
                "n1",
                version,
                "r",
                "application",
                "1",
                "1",
                "标题",
                "内容",
                null,
                Instant.parse("2026-03-05T02:00:00Z"),
                null);
    }

    @Test
    public void list_passesFilterAndPage() {
        Page<Notice> page = new Page<>(List.of(notice(0)), "next");
        when(inbox.list(caller, true, new PageRequest(20, "here"))).thenReturn(page);

        assertThat(notices.list(caller, true, "20", "here")).isEqualTo(page);
        assertThatThrownBy(() -> notices.list(caller, true, "many", null)).isInstanceOf(Invalid.class);
    }

    @Test
    public void reading_needsTheVersion_andAnswersTheNext() {
        assertThatThrownBy(() -> notices.read(caller, "n1", null, "key")).isInstanceOf(Versions.Required.class);
        verifyNoInteractions(inbox);
        when(inbox.read(caller, "n1", 0, "key")).thenReturn(notice(1));

        Response answer = notices.read(caller, "n1", "\"0\"", "key");

        assertThat(answer.getEntityTag()).isEqualTo(new EntityTag("1"));
        assertThat(answer.getEntity()).isEqualTo(notice(1));
    }

    @Test
    public void addresses_carryTheirVersionAsTag() {
        when(inbox.putAddresses(caller, new Addresses("a@b.example", null, 3), null))
                .thenReturn(new Addresses("a@b.example", null, 4));

        Response answer =
                addresses.put(caller, "\"3\"", null, new AddressesResource.NoticeAddresses("a@b.example", null));

        assertThat(answer.getEntityTag()).isEqualTo(new EntityTag("4"));
        assertThat(answer.getEntity()).isEqualTo(new AddressesResource.NoticeAddresses("a@b.example", null));
        assertThatThrownBy(() -> addresses.put(caller, "\"3\"", null, null)).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> addresses.put(caller, null, null, null)).isInstanceOf(Versions.Required.class);
    }

    @Test
    public void everything_isUnavailable_whileTheInboxIsAway() {
        NoticesResource away = new NoticesResource(() -> {
            throw Unavailable.service("消息");
        });

        assertThatThrownBy(() -> away.unread(caller)).isInstanceOf(Unavailable.class);
    }
}

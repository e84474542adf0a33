package org.liaison.platform.internal.notices;

import java.util.List;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.liaison.platform.api.Act;
import org.liaison.platform.api.Caller;
import org.liaison.platform.api.Conflict;
import org.liaison.platform.api.Done;
import org.liaison.platform.api.Invalid;
import org.liaison.platform.api.Migrated;
import org.liaison.platform.api.NotFound;
import org.liaison.platform.api.Operations;
import org.liaison.platform.api.Page;
import org.liaison.platform.api.PageRequest;
import org.liaison.platform.api.Scope;
import org.liaison.platform.api.notice.Inbox;
import org.liaison.platform.api.notice.Notice;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Inboxes in the schema notices. */
@Component
public final class JdbcInbox implements Inbox {
    private static final Pattern EMAIL = Pattern.compile("[\\w.%+-]{1,64}@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+");
    private static final Pattern MOBILE = Pattern.compile("1[3-9]\\d{9}");
    private static final int LONGEST_EMAIL = 200;

    private final Operations operations;
    private final NoticeTable notices;
    private final AddressTable addresses;

    @Activate
    public JdbcInbox(
            @Reference(target = "(osgi.jndi.service.name=liaison)") DataSource source,
            @Reference(target = "(schema=notices)") Migrated migrated,
            @Reference Operations operations) {
        this(new Rows(source), operations);
    }

    JdbcInbox(Rows rows, Operations operations) {
        this.operations = operations;
        this.notices = new NoticeTable(rows);
        this.addresses = new AddressTable(rows);
    }

    @Override
    public Page<Notice> list(Caller caller, boolean unread, PageRequest page) {
        InboxCursor after = page.after() == null ? null : InboxCursor.decode(page.after());
        return operations.read(caller, "platform.notice.list", scope -> {
            // one row more than asked for tells whether there is a next page
            List<Notice> found = notices.page(caller.account(), scope.toString(), unread, after, page.limit() + 1);
            if (found.size() <= page.limit()) {
                return new Page<>(found, null);
            }
            List<Notice> rows = found.subList(0, page.limit());
            return new Page<>(rows, InboxCursor.after(rows.get(rows.size() - 1)).encode());
        });
    }

    @Override
    public int unread(Caller caller) {
        return operations.read(
                caller,
                "platform.notice.list",
                scope -> notices.unread(caller.account(), scope.toString(), MOST_UNREAD));
    }

    @Override
    public Notice get(Caller caller, String id) {
        return operations.read(caller, "platform.notice.list", scope -> own(caller, scope, id));
    }

    @Override
    public Notice read(Caller caller, String id, long version, String key) {
        return operations.run(
                caller,
                Act.of("platform.notice.read", "notice", id, key, version),
                unit -> {
                    own(caller, unit.scope(), id);
                    if (!notices.read(id, version, unit.now())) {
                        throw Conflict.stale();
                    }
                    Notice read = own(caller, unit.scope(), id);
                    return Done.of(read, id, read.version(), read.officeId());
                },
                (scope, seen) -> own(caller, scope, seen));
    }

    private Notice own(Caller caller, Scope scope, String id) {
        return notices.find(caller.account(), scope.toString(), id).orElseThrow(NotFound::new);
    }

    @Override
    public Addresses addresses(Caller caller) {
        return operations.read(caller, "platform.address.read", scope -> addresses.find(caller.account()));
    }

    @Override
    public Addresses putAddresses(Caller caller, Addresses wanted, String key) {
        check(wanted);
        return operations.run(
                caller,
                Act.of(
                        "platform.address.change",
                        "address",
                        caller.account(),
                        key,
                        String.valueOf(wanted.email()),
                        String.valueOf(wanted.mobile()),
                        wanted.version()),
                unit -> {
                    if (!addresses.put(caller.account(), wanted)) {
                        throw Conflict.stale();
                    }
                    Addresses put = addresses.find(caller.account());
                    return Done.of(put, caller.account(), put.version(), null);
                },
                (scope, account) -> addresses.find(account));
    }

    private static void check(Addresses wanted) {
        String email = wanted.email();
        if (email != null
                && (email.length() > LONGEST_EMAIL || !EMAIL.matcher(email).matches())) {
            throw new Invalid("email", "EMAIL_FORM", "电子邮箱应写作 name@example.cn 的形式");
        }
        if (wanted.mobile() != null && !MOBILE.matcher(wanted.mobile()).matches()) {
            throw new Invalid("mobile", "MOBILE_FORM", "手机号应为11位数字，以1开头");
        }
    }
}

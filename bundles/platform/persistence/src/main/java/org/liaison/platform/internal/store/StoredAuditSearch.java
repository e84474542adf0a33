package org.liaison.platform.internal.store;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.liaison.platform.api.Accounts;
import org.liaison.platform.api.Act;
import org.liaison.platform.api.AuditTrail;
import org.liaison.platform.api.Caller;
import org.liaison.platform.api.Forbidden;
import org.liaison.platform.api.Invalid;
import org.liaison.platform.api.Operations;
import org.liaison.platform.api.Page;
import org.liaison.platform.api.PageRequest;
import org.liaison.platform.api.Role;
import org.liaison.platform.api.Scope;
import org.liaison.platform.api.Unavailable;
import org.liaison.platform.api.audit.AuditEntry;
import org.liaison.platform.api.audit.AuditFilter;
import org.liaison.platform.api.audit.AuditSearch;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Search in the rows of the trail; what each role may see is part of the statement. */
@Component
public final class StoredAuditSearch implements AuditSearch {
    static final String SEARCH = "platform.audit.search";
    static final String EXPORT = "platform.audit.export";
    private static final String LOGIN = "platform.login";
    /** A password that was checked a moment ago is not checked again: then the session alone is written down. */
    private static final List<String> LOGINS = List.of(LOGIN, "platform.session.open");

    /** What is about security and about nobody's business data. */
    private static final List<String> SECURITY = List.of(
            LOGIN,
            LOGIN + ".",
            "platform.account.",
            "platform.account-request.",
            "platform.audit.",
            "platform.delegation.",
            "platform.keys.",
            "platform.own-factor.",
            "platform.own-session.",
            "platform.own-token.",
            "platform.password.",
            "platform.session.",
            "platform.token.",
            "platform.legacy.",
            "platform.user.");

    private static final int MOST_PEOPLE = 100;
    private static final int MOST_DAYS = 366;
    private static final int EXPORTED_AT_ONCE = 500;

    private final Sql sql;
    private final AuditTrail trail;
    private final Operations operations;
    private final Clock clock;

    // accounts stand on the door that stands beside this
    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile Accounts accounts;

    @Activate
    public StoredAuditSearch(
            @Reference Database database,
            @Reference AuditTrail trail,
            @Reference Operations operations,
            @Reference Clock clock) {
        this.sql = new Sql(database);
        this.trail = trail;
        this.operations = operations;
        this.clock = clock;
    }

    @Override
    public Page<AuditEntry> search(Caller caller, AuditFilter filter, PageRequest page) {
        return operations.read(caller, SEARCH, scope -> {
            checkOrder(filter);
            // one row more than asked for tells whether there is a next page
            List<AuditEntry> found =
                    within(new AuditList(filter), caller, scope).page(sql, page.after(), page.limit() + 1);
            if (page.after() == null) {
                record(caller, SEARCH, filter);
            }
            if (found.size() <= page.limit()) {
                return new Page<>(found, null);
            }
            List<AuditEntry> rows = found.subList(0, page.limit());
            return new Page<>(rows, AuditList.cursor(rows.get(rows.size() - 1)));
        });
    }

    @Override
    public Iterator<AuditEntry> export(Caller caller, AuditFilter filter) {
        return operations.read(caller, EXPORT, scope -> {
            if (filter.from() == null || filter.to() == null) {
                throw Invalid.malformed(filter.from() == null ? "from" : "to", "REQUIRED", "导出应写明第一日和最后一日");
            }
            checkOrder(filter);
            if (!filter.to().isBefore(filter.from().plusDays(MOST_DAYS))) {
                throw Invalid.malformed("to", "DATE_RANGE", "一次导出不得超过" + MOST_DAYS + "天");
            }
            Iterator<AuditEntry> records = new AuditPages(sql, filter, EXPORTED_AT_ONCE);
            record(caller, EXPORT, filter);
            return records;
        });
    }

    private static void checkOrder(AuditFilter filter) {
        if (filter.from() != null && filter.to() != null && filter.to().isBefore(filter.from())) {
            throw Invalid.malformed("to", "DATE_ORDER", "最后一日不得早于第一日");
        }
    }

    private void record(Caller caller, String operation, AuditFilter filter) {
        trail.record(caller, new Act(operation, "audit", filter.object(), null, null), "OK", words(filter));
    }

    private AuditList within(AuditList list, Caller caller, Scope scope) {
        return switch (caller.acting().role()) {
            case AUD -> list;
            case SEC -> list.operations(SECURITY);
            case HED -> list.operations(LOGINS).accounts(people(scope));
            case FIL -> list.operations(LOGINS).accounts(Set.of(caller.account()));
            default -> throw new Forbidden();
        };
    }

    /** The people of an office today. */
    private List<String> people(Scope office) {
        Accounts present = accounts;
        if (present == null) {
            throw Unavailable.service("账户");
        }
        LocalDate today = LocalDate.now(clock);
        List<String> people = new ArrayList<>();
        for (Role role : List.of(Role.HED, Role.FIL)) {
            present.holders(role, Set.of(office), today, MOST_PEOPLE).forEach(holder -> people.add(holder.account()));
        }
        return people;
    }

    private static String words(AuditFilter filter) {
        List<String> asked = new ArrayList<>();
        add(asked, "account", filter.account());
        add(asked, "from", filter.from());
        add(asked, "to", filter.to());
        add(asked, "operation", filter.operation());
        add(asked, "result", filter.result());
        return String.join(" ", asked);
    }

    private static void add(List<String> asked, String name, Object value) {
        if (value != null) {
            asked.add(name + "=" + value);
        }
    }
}

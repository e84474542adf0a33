package org.liaison.platform.internal.security;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.liaison.platform.api.Account;
import org.liaison.platform.api.Act;
import org.liaison.platform.api.Binding;
import org.liaison.platform.api.Caller;
import org.liaison.platform.api.Conflict;
import org.liaison.platform.api.Done;
import org.liaison.platform.api.Forbidden;
import org.liaison.platform.api.Invalid;
import org.liaison.platform.api.Migrated;
import org.liaison.platform.api.NotFound;
import org.liaison.platform.api.Operations;
import org.liaison.platform.api.Page;
import org.liaison.platform.api.PageRequest;
import org.liaison.platform.api.Role;
import org.liaison.platform.api.Scope;
import org.liaison.platform.api.Unavailable;
import org.liaison.platform.api.Unit;
import org.liaison.platform.api.Violation;
import org.liaison.platform.api.account.AccountRequest;
import org.liaison.platform.api.account.AccountRequests;
import org.liaison.platform.api.account.AccountState;
import org.liaison.platform.api.account.NewAccountRequest;
import org.liaison.platform.api.account.Places;
import org.liaison.platform.api.account.RequestEvent;
import org.liaison.platform.api.account.RequestState;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Requests in the schema security. */
@Component
public final class JdbcAccountRequests implements AccountRequests {
    static final String READ = "platform.account-request.read";
    private static final String SUBJECT = "account-request";
    private static final int MOST_OPEN = 50;
    private static final Set<RequestEvent> DECISIONS =
            EnumSet.of(RequestEvent.APPROVE, RequestEvent.REJECT, RequestEvent.WITHDRAW);

    private final RequestTable requests;
    private final JdbcAccounts accounts;
    private final Operations operations;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile Places places;

    @Activate
    public JdbcAccountRequests(
            @Reference(target = "(osgi.jndi.service.name=liaison)") DataSource source,
            @Reference(target = "(schema=security)") Migrated migrated,
            @Reference JdbcAccounts accounts,
            @Reference Operations operations) {
        this.requests = new RequestTable(new Rows(source));
        this.accounts = accounts;
        this.operations = operations;
    }

    @Override
    public AccountRequest request(Caller caller, NewAccountRequest wanted, String key) {
        Act act = Act.of(RequestWorkflow.TABLE.operation(RequestEvent.REQUEST), SUBJECT, null, key, wanted);
        return operations.run(caller, act, unit -> request(unit, wanted), this::load);
    }

    private Done<AccountRequest> request(Unit unit, NewAccountRequest wanted) {
        Caller caller = unit.caller();
        List<Violation> found = new ArrayList<>();
        Optional<Scope> scope = RequestForm.check(wanted, caller.acting(), unit.today(), found);
        String city = scope.map(named -> city(named, found)).orElse(null);
        if (!found.isEmpty()) {
            throw new Invalid(found);
        }
        AccountRequest made = new AccountRequest(
                UUID.randomUUID().toString(),
                0,
                RequestState.REQUESTED,
                wanted.account(),
                AccountNames.display(wanted.name()),
                wanted.role(),
                scope.orElseThrow().toString(),
                wanted.until(),
                wanted.reason(),
                RequestWorkflow.rule(caller.acting().role(), wanted.role())
                        .orElseThrow()
                        .approver(),
                caller.account(),
                unit.now().truncatedTo(ChronoUnit.MILLIS),
                null,
                null,
                null,
                null,
                null);
        if (requests.isOpen(made)) {
            throw new Conflict("REQUEST_OPEN", "同一账户的同一角色已在申请中");
        }
        if (requests.openOf(caller.account(), MOST_OPEN) == MOST_OPEN) {
            throw new Conflict("REQUESTS_OPEN", "您尚有" + MOST_OPEN + "件申请未办结，请先等待办理或撤回");
        }
        requests.insert(made, city);
        return done(made, null);
    }

    /** The host city that a city's clerk sees the request under. */
    private String city(Scope scope, List<Violation> found) {
        if (scope.kind() == Scope.Kind.CITY) {
            return scope.id();
        }
        if (scope.kind() != Scope.Kind.OFFICE && scope.kind() != Scope.Kind.DISPATCHER) {
            return null;
        }
        Places present = places;
        if (present == null) {
            throw Unavailable.service("办事机构登记");
        }
        Optional<Places.Place> place = present.find(scope);
        if (place.isEmpty()) {
            found.add(new Violation("scope", "SCOPE_UNKNOWN", "没有此办事机构或派出单位"));
        }
        return place.map(Places.Place::hostCity).orElse(null);
    }

    @Override
    public AccountRequest get(Caller caller, String id) {
        return operations.read(caller, READ, scope -> load(scope, id));
    }

    private AccountRequest load(Scope scope, String id) {
        return requests.find(Sight.of(scope), id).orElseThrow(NotFound::new);
    }

    @Override
    public Page<AccountRequest> list(Caller caller, RequestState state, PageRequest page) {
        return operations.read(caller, READ, scope -> {
            Cursor after = page.after() == null ? null : Cursor.decode(page.after());
            // one row more than asked for tells whether there is a next page
            List<AccountRequest> found = requests.page(Sight.of(scope), state, after, page.limit() + 1);
            if (found.size() <= page.limit()) {
                return new Page<>(found, null);
            }
            List<AccountRequest> rows = found.subList(0, page.limit());
            return new Page<>(
                    rows, RequestTable.cursor(rows.get(rows.size() - 1)).encode());
        });
    }

    @Override
    public AccountRequest decide(Caller caller, String id, long version, RequestEvent event, String text, String key) {
        if (!DECISIONS.contains(event)) {
            throw Invalid.malformed("event", "EVENT", "没有这个动作");
        }
        Act act = Act.of(RequestWorkflow.TABLE.operation(event), SUBJECT, id, key, version, String.valueOf(text));
        return operations.run(caller, act, unit -> decide(unit, id, version, event, text), this::load);
    }

    private Done<AccountRequest> decide(Unit unit, String id, long version, RequestEvent event, String text) {
        RequestForm.checkDecision(event, text);
        AccountRequest row = load(unit.scope(), id);
        RequestState to = RequestWorkflow.TABLE.fire(row.state(), event);
        String caller = unit.caller().account();
        if (event == RequestEvent.WITHDRAW) {
            if (!row.requestedBy().equals(caller)) {
                throw new Forbidden("NOT_REQUESTER", "只能撤回自己提出的申请");
            }
            requests.close(row, version, to, caller, unit.now());
            return done(load(unit.scope(), id), row.state(), said(row, text));
        }
        if (unit.caller().acting().role() != row.approver()) {
            throw new Forbidden("OTHER_APPROVER", "该申请应由" + row.approver().label() + "批准");
        }
        if (row.requestedBy().equals(caller) || row.account().equals(caller)) {
            throw new Conflict("SAME_PERSON", "申请、使用与批准须为不同的人");
        }
        if (event == RequestEvent.APPROVE) {
            accounts.find(row.account()).ifPresent(present -> same(present, row));
            fits(row, unit.today());
        }
        requests.decide(row, version, to, caller, unit.now(), text);
        return done(load(unit.scope(), id), row.state(), said(row, text));
    }

    @Override
    public CarriedOut carryOut(Caller caller, String id, long version, String key) {
        Act act = Act.of(RequestWorkflow.TABLE.operation(RequestEvent.CARRY_OUT), SUBJECT, id, key, version);
        return operations.run(
                caller,
                act,
                unit -> carryOut(unit, id, version),
                // a password is shown once only
                (scope, done) -> new CarriedOut(load(scope, done), null));
    }

    private Done<CarriedOut> carryOut(Unit unit, String id, long version) {
        AccountRequest row = load(unit.scope(), id);
        RequestState to = RequestWorkflow.TABLE.fire(row.state(), RequestEvent.CARRY_OUT);
        requests.close(row, version, to, unit.caller().account(), unit.now());
        Optional<Account> present = accounts.find(row.account());
        present.ifPresent(account -> same(account, row));
        String password = present.isPresent() ? null : accounts.enrol(unit, row.account(), row.name());
        Binding given = binding(row);
        accounts.bind(unit, row.account(), given);
        if (given.role() == Role.HED) {
            // one head an office: the predecessor's right ends on the day of the change
            accounts.end(unit, given.scope(), Role.HED, unit.today(), row.account());
        }
        Done<AccountRequest> done = done(load(unit.scope(), id), row.state());
        return new Done<>(
                new CarriedOut(done.value(), password),
                id,
                done.version(),
                done.officeId(),
                done.fromState(),
                done.toState(),
                what(row));
    }

    /** The account that is there has to be the person's who is meant. */
    private static void same(Account present, AccountRequest row) {
        if (!present.name().equals(row.name())) {
            throw new Conflict("NAME_DIFFERS", "该账户名属于另一人，请核对账户名和姓名");
        }
        if (present.state().equals(AccountState.CLOSED.name())) {
            throw new Conflict("ACCOUNT_CLOSED", "账户已注销");
        }
    }

    private void fits(AccountRequest row, LocalDate today) {
        Binding binding = binding(row);
        if (accounts.find(row.account()).isPresent()) {
            accounts.check(row.account(), binding, today);
        } else {
            accounts.checkNumber(row.account(), binding, today);
        }
    }

    private static Binding binding(AccountRequest row) {
        return new Binding(row.role(), Scope.parse(row.scope()), row.until());
    }

    private static Done<AccountRequest> done(AccountRequest now, RequestState from) {
        return done(now, from, what(now));
    }

    private static Done<AccountRequest> done(AccountRequest now, RequestState from, String reason) {
        Scope scope = Scope.parse(now.scope());
        return new Done<>(
                now,
                now.id(),
                now.version(),
                scope.kind() == Scope.Kind.OFFICE ? scope.id() : null,
                from == null ? null : from.name(),
                now.state().name(),
                reason);
    }

    private static String said(AccountRequest row, String text) {
        return text == null ? what(row) : what(row) + "：" + text;
    }

    /** What the audit record has to tell: the person and the role. */
    private static String what(AccountRequest row) {
        return row.account() + " " + row.role() + "@" + row.scope();
    }
}

package org.liaison.platform.internal.security;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArraySet;
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
import org.liaison.platform.api.Unit;
import org.liaison.platform.api.Violation;
import org.liaison.platform.api.account.ClaimHolders;
import org.liaison.platform.api.account.Delegation;
import org.liaison.platform.api.account.Delegations;
import org.liaison.platform.api.account.NewDelegation;
import org.liaison.platform.api.notice.Message;
import org.liaison.platform.api.notice.Notices;
import org.liaison.platform.api.notice.Recipient;
import org.liaison.platform.api.rules.FreeText;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Delegations in the schema security. The right itself is read at every login, so nothing has to be taken away in time. */
@Component
public final class JdbcDelegations implements Delegations {
    static final String GIVE = "platform.delegation.give";
    static final String END = "platform.delegation.end";
    static final String TAKE_OVER = "platform.delegation.take-over";
    static final String READ = "platform.delegation.read";

    /** Row 35; the Bureau's people act for each other, an office's for theirs. */
    static final Set<Role> GIVERS = EnumSet.of(Role.CLK, Role.REV, Role.LDR, Role.PSU, Role.INS, Role.HED);

    private static final Set<Role> BUREAU = EnumSet.of(Role.CLK, Role.REV, Role.LDR, Role.PSU);
    private static final String SUBJECT = "delegation";
    private static final int LONGEST_REASON = 500;
    private static final int MOST_DAYS = 90;
    private static final String GIVEN = "platform.delegation.given";
    private static final String ENDED = "platform.delegation.ended";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日");

    private final DelegationTable delegations;
    private final AccountTable accounts;
    private final Operations operations;
    private final Notices notices;
    private final Set<ClaimHolders> queues = new CopyOnWriteArraySet<>();

    @Activate
    public JdbcDelegations(
            @Reference(target = "(osgi.jndi.service.name=liaison)") DataSource source,
            @Reference(target = "(schema=security)") Migrated migrated,
            @Reference Operations operations,
            @Reference Notices notices) {
        this.delegations = new DelegationTable(new Rows(source));
        this.accounts = new AccountTable(source);
        this.operations = operations;
        this.notices = notices;
    }

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void add(ClaimHolders queue) {
        queues.add(queue);
    }

    void remove(ClaimHolders queue) {
        queues.remove(queue);
    }

    @Override
    public HandedOver give(Caller caller, NewDelegation wanted, String key) {
        Act act = Act.of(GIVE, SUBJECT, null, key, wanted);
        return operations.run(
                caller, act, unit -> give(unit, wanted), (scope, id) -> new HandedOver(of(caller, id), 0));
    }

    private Done<HandedOver> give(Unit unit, NewDelegation wanted) {
        Caller caller = unit.caller();
        Binding right = caller.acting();
        if (!right.own()) {
            throw new Conflict("RE_DELEGATION", "受托的身份不得再委托他人");
        }
        check(unit, wanted, right);
        Delegation given = new Delegation(
                UUID.randomUUID().toString(),
                0,
                caller.account(),
                wanted.taker(),
                right.role(),
                right.scope().toString(),
                wanted.from(),
                wanted.until(),
                wanted.reason().strip(),
                unit.now().truncatedTo(ChronoUnit.MILLIS),
                null,
                null);
        if (delegations.overlaps(given)) {
            throw new Conflict("DELEGATED", "该身份在此期间已委托他人，请先终止原委托");
        }
        delegations.insert(given);
        tell(unit, GIVEN, given);
        int cases = given.from().equals(unit.today()) ? pass(unit, given) : 0;
        return done(new HandedOver(given, cases), given);
    }

    private void check(Unit unit, NewDelegation wanted, Binding right) {
        List<Violation> found = new ArrayList<>();
        String reason = wanted.reason();
        if (reason == null || reason.isBlank() || reason.length() > LONGEST_REASON) {
            found.add(new Violation("reason", "REASON", "应填写理由，1至" + LONGEST_REASON + "个字符"));
        }
        FreeText.identityNumber("reason", reason).ifPresent(found::add);
        LocalDate from = wanted.from();
        LocalDate until = wanted.until();
        if (from == null || from.isBefore(unit.today())) {
            found.add(new Violation("from", "DATE_PAST", "应填写第一日，不得早于今天"));
        } else if (until == null || until.isBefore(from) || !until.isBefore(from.plusDays(MOST_DAYS))) {
            found.add(new Violation("until", "DATE_RANGE", "应填写最后一日，自第一日起不超过" + MOST_DAYS + "天"));
        } else if (right.until() != null && until.isAfter(right.until())) {
            found.add(new Violation("until", "DATE_BEYOND", "不得晚于本人该身份的最后一日" + right.until()));
        }
        if (own(unit, wanted.taker(), right.scope()).isEmpty()) {
            found.add(new Violation("taker", "TAKER", "受托人应为本单位另一名在用账户的持有人"));
        }
        if (!found.isEmpty()) {
            throw new Invalid(found);
        }
    }

    /** The own right by which somebody acts for a colleague: in the same office, or in the Bureau. */
    private Optional<Binding> own(Unit unit, String taker, Scope scope) {
        if (taker == null || taker.equals(unit.caller().account())) {
            return Optional.empty();
        }
        return accounts
                .find(taker)
                .map(AccountTable.Stored::account)
                .filter(account -> account.state().equals("ACTIVE"))
                .map(Account::bindings)
                .orElse(List.of())
                .stream()
                .filter(binding -> binding.validOn(unit.today()))
                .filter(binding -> scope.kind() == Scope.Kind.OFFICE
                        ? binding.scope().equals(scope)
                        : BUREAU.contains(binding.role()))
                .findFirst();
    }

    /** Tells the taker under the own right: a notice is seen under no other. */
    private void tell(Unit unit, String rule, Delegation given) {
        Scope scope = Scope.parse(given.scope());
        Map<String, String> facts = Map.of(
                "giver", unit.caller().name(),
                "role", given.role().label(),
                "from", DAY.format(given.from()),
                "until", DAY.format(given.until()));
        String occasion = String.valueOf(given.version());
        own(unit, given.taker(), scope)
                .ifPresent(own -> notices.tell(
                        unit,
                        new Message(rule, SUBJECT, given.id(), office(scope), occasion, facts),
                        List.of(new Recipient(own.role(), Set.of(own.scope()), given.taker()))));
    }

    private int pass(Unit unit, Delegation given) {
        int cases = 0;
        for (ClaimHolders queue : queues) {
            cases += queue.pass(unit, given.giver(), given.taker(), given.role(), Scope.parse(given.scope()));
        }
        return cases;
    }

    @Override
    public Page<Delegation> list(Caller caller, PageRequest page) {
        return operations.read(caller, READ, scope -> {
            Cursor after = page.after() == null ? null : Cursor.decode(page.after());
            String whose = caller.is(Role.AUD) ? null : caller.account();
            // one row more than asked for tells whether there is a next page
            List<Delegation> found = delegations.page(whose, after, page.limit() + 1);
            if (found.size() <= page.limit()) {
                return new Page<>(found, null);
            }
            List<Delegation> rows = found.subList(0, page.limit());
            Delegation last = rows.get(rows.size() - 1);
            return new Page<>(rows, new Cursor(RequestTable.text(last.givenAt()), last.id()).encode());
        });
    }

    @Override
    public Delegation get(Caller caller, String id) {
        return operations.read(caller, READ, scope -> of(caller, id));
    }

    @Override
    public Delegation end(Caller caller, String id, long version, String key) {
        Act act = Act.of(END, SUBJECT, id, key, version);
        return operations.run(
                caller,
                act,
                unit -> {
                    Delegation given = of(caller, id);
                    if (!given.giver().equals(caller.account())) {
                        throw new NotFound();
                    }
                    if (given.endedAt() != null) {
                        throw new Conflict("ENDED", "该委托已终止");
                    }
                    if (!delegations.end(id, version, caller.account(), unit.now())) {
                        throw Conflict.stale();
                    }
                    Delegation ended = of(caller, id);
                    tell(unit, ENDED, ended);
                    return done(ended, ended);
                },
                (scope, seen) -> of(caller, seen));
    }

    @Override
    public HandedOver takeOver(Caller caller, String id, String key) {
        return operations.run(
                caller,
                Act.of(TAKE_OVER, SUBJECT, id, key),
                unit -> {
                    Delegation given = of(caller, id);
                    Binding acting = caller.acting();
                    if (!given.giver().equals(acting.giver())
                            || given.role() != acting.role()
                            || !given.scope().equals(acting.scope().toString())) {
                        throw new Forbidden("NOT_ACTING_FOR", "请以受托的身份接收委托人已领取的件");
                    }
                    return done(new HandedOver(given, pass(unit, given)), given);
                },
                (scope, seen) -> new HandedOver(of(caller, seen), 0));
    }

    /** One that the caller gave or took; the auditor may look at each. */
    private Delegation of(Caller caller, String id) {
        return delegations.find(id).filter(given -> sees(caller, given)).orElseThrow(NotFound::new);
    }

    private static boolean sees(Caller caller, Delegation given) {
        return caller.is(Role.AUD)
                || given.giver().equals(caller.account())
                || given.taker().equals(caller.account());
    }

    private static <T> Done<T> done(T value, Delegation given) {
        Scope scope = Scope.parse(given.scope());
        String what = given.giver() + " " + given.role() + "@" + scope + " " + given.taker() + " " + given.from() + "/"
                + given.until() + "：" + given.reason();
        return new Done<>(value, given.id(), given.version(), office(scope), null, null, what);
    }

    private static String office(Scope scope) {
        return scope.kind() == Scope.Kind.OFFICE ? scope.id() : null;
    }
}

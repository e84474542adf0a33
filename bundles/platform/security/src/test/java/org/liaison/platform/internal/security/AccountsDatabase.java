package org.liaison.platform.internal.security;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.liaison.platform.api.Act;
import org.liaison.platform.api.Binding;
import org.liaison.platform.api.Caller;
import org.liaison.platform.api.Channel;
import org.liaison.platform.api.Done;
import org.liaison.platform.api.Role;
import org.liaison.platform.api.Scope;
import org.liaison.platform.api.Unit;
import org.liaison.platform.api.rules.Deadlines;

/** The database of accounts and what was done in it. It is 2026-03-05, ten o'clock in Shanghai, until somebody says otherwise. */
final class AccountsDatabase extends GatedDatabase {
    static final LocalDate TODAY = LocalDate.of(2026, 3, 5);

    final List<Done<?>> done = new ArrayList<>();

    private Instant now = TODAY.atTime(10, 0).atZone(Deadlines.ZONE).toInstant();

    Rows rows() {
        return new Rows(source);
    }

    Clock clock() {
        return Clock.fixed(now, Deadlines.ZONE);
    }

    void tomorrow() {
        now = now.plusSeconds(24 * 60 * 60);
    }

    LocalDate today() {
        return LocalDate.ofInstant(now, Deadlines.ZONE);
    }

    /** Makes an active account with lasting password and roles. */
    Caller person(String account, String name, Binding... roles) {
        AccountTable table = new AccountTable(source);
        table.insert(account, name, PasswordHash.NOBODY, false);
        List.of(roles).forEach(role -> table.bind(account, role, city(role.scope())));
        return as(account, name, roles);
    }

    private static String city(Scope scope) {
        return scope.kind() == Scope.Kind.CITY ? scope.id() : null;
    }

    static Caller as(String account, String name, Binding... roles) {
        return new Caller(account, name, List.of(roles), roles[0], Channel.REST, "127.0.0.1");
    }

    static Binding role(Role role, Scope scope) {
        return new Binding(role, scope, null);
    }

    void execute(String sql) {
        rows().update(sql);
    }

    @Override
    public <T> T run(Caller caller, Act act, Function<Unit, Done<T>> work, BiFunction<Scope, String, T> reread) {
        Done<T> result = admitted(caller, act, now, work);
        done.add(result);
        now = now.plusMillis(1);
        return result.value();
    }
}

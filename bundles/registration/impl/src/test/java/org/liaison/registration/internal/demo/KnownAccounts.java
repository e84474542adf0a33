package org.liaison.registration.internal.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.liaison.platform.api.Account;
import org.liaison.platform.api.Accounts;
import org.liaison.platform.api.Binding;
import org.liaison.platform.api.Caller;
import org.liaison.platform.api.Role;
import org.liaison.platform.api.Scope;
import org.liaison.platform.api.Unit;

/** Accounts in a map, without passwords. */
final class KnownAccounts implements Accounts {
    private final Map<String, Account> known = new HashMap<>();

    void add(String account, Role role) {
        put(account, "演示" + account, List.of(new Binding(role, Scope.ALL, null)));
    }

    private void put(String account, String name, List<Binding> bindings) {
        known.put(account, new Account(account, name, "ACTIVE", false, bindings));
    }

    @Override
    public Optional<Account> find(String account) {
        return Optional.ofNullable(known.get(account));
    }

    @Override
    public String enrol(Unit unit, String account, String name) {
        put(account, name, List.of());
        return "once";
    }

    @Override
    public void bind(Unit unit, String account, Binding binding) {
        Account found = known.get(account);
        List<Binding> bindings = new ArrayList<>(found.bindings());
        bindings.add(binding);
        put(account, found.name(), bindings);
    }

    @Override
    public List<Holder> holders(Role role, Set<Scope> scopes, LocalDate at, int limit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Set<String> end(Unit unit, Scope scope, Role role, LocalDate last, String except) {
        throw new UnsupportedOperationException();
    }

    @Override
    public String create(Caller caller, String account, String name, List<Binding> bindings) {
        throw new UnsupportedOperationException();
    }

    @Override
    public String resetPassword(Caller caller, String account) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void changePassword(Caller caller, char[] present, char[] wanted) {
        throw new UnsupportedOperationException();
    }
}

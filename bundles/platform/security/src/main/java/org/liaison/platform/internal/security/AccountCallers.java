package org.liaison.platform.internal.security;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.liaison.platform.api.Account;
import org.liaison.platform.api.Binding;
import org.liaison.platform.api.Caller;
import org.liaison.platform.api.Caller.Limit;
import org.liaison.platform.api.Channel;
import org.liaison.platform.api.Forbidden;
import org.liaison.platform.api.Role;

/** Makes a caller of an account that was let in: what it may act as today, and as what it does. Thread-safe. */
final class AccountCallers {
    private final AccountTable accounts;
    private final Clock clock;

    AccountCallers(AccountTable accounts, Clock clock) {
        this.accounts = accounts;
        this.clock = clock;
    }

    /** @param acting null = the only own binding, or none */
    Caller of(Account account, Channel channel, String source, String acting) {
        LocalDate today = LocalDate.now(clock);
        List<Binding> valid = new ArrayList<>(valid(account, today));
        if (!account.mustChange()) {
            valid.addAll(accounts.delegated(account.account(), today));
        }
        boolean named = acting != null && !acting.isBlank();
        Binding chosen = named ? Bindings.choose(valid, acting) : Bindings.only(valid);
        return new Caller(account.account(), account.name(), valid, chosen, channel, source);
    }

    /** Whoever logged in at the console: with a password, or with a token and its limits. */
    Caller of(Account account, AccountPrincipal known, Channel channel, String source, String acting) {
        if (known.limit() == Limit.NONE) {
            return of(account, channel, source, acting);
        }
        LocalDate today = LocalDate.now(clock);
        Binding binding = account.bindings().stream()
                .filter(held -> held.validOn(today) && held.toString().equals(known.binding()))
                .findFirst()
                .orElseThrow(Forbidden::new);
        if (acting != null && !acting.isBlank()) {
            Bindings.choose(List.of(binding), acting);
        }
        return Bindings.byToken(account, binding, known.limit() == Limit.READ_ONLY_TOKEN, channel, source);
    }

    /**
     * What an account may act as on a day; nothing while it cannot log in or has a one-time password. The rights of a legacy
     * account come with its secret, scopes and addresses, never with a password.
     */
    static List<Binding> valid(Account account, LocalDate today) {
        return account.mustChange() || !account.state().equals("ACTIVE")
                ? List.of()
                : account.bindings().stream()
                        .filter(held -> held.validOn(today) && held.role() != Role.LEG)
                        .toList();
    }

    /** The same caller under another of its bindings. */
    static Caller acting(Caller caller, String acting) {
        if (acting == null || acting.isBlank()) {
            throw Bindings.unknown();
        }
        Binding chosen = Bindings.choose(caller.bindings(), acting);
        return new Caller(
                caller.account(), caller.name(), caller.bindings(), chosen, caller.channel(), caller.source());
    }
}

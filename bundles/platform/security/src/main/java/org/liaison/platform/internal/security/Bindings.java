package org.liaison.platform.internal.security;

import java.util.List;
import org.liaison.platform.api.Account;
import org.liaison.platform.api.Binding;
import org.liaison.platform.api.Caller;
import org.liaison.platform.api.Caller.Limit;
import org.liaison.platform.api.Channel;
import org.liaison.platform.api.Invalid;

/** The choice of what a call acts as. */
final class Bindings {
    private Bindings() {}

    /**
     * The one of these bindings that is meant.
     *
     * @param acting {@code ROLE@SCOPE}, with {@code ~GIVER} when it was handed over, a role or the id of a scope
     * @throws Invalid {@code ACTING_UNKNOWN} when it is none or several
     */
    static Binding choose(List<Binding> valid, String acting) {
        Binding named = only(valid.stream()
                .filter(b -> acting.equals(b.toString())
                        || acting.equals(b.role().name())
                        || acting.equals(b.scope().id()))
                .toList());
        if (named == null) {
            throw unknown();
        }
        return named;
    }

    /** The only one; the own one comes before what was handed over. Null = several, or none. */
    static Binding only(List<Binding> bindings) {
        List<Binding> own = bindings.stream().filter(Binding::own).toList();
        List<Binding> first = own.isEmpty() ? bindings : own;
        return first.size() == 1 ? first.get(0) : null;
    }

    /** The one of the caller's bindings that is meant; the acting one when none is named. */
    static Binding choose(Caller caller, String acting) {
        if (acting != null && !acting.isBlank()) {
            return choose(caller.bindings(), acting);
        }
        if (caller.acting() == null) {
            throw unknown();
        }
        return caller.acting();
    }

    /** Whoever comes with a token: under one binding, and never further. */
    static Caller byToken(Account owner, Binding binding, boolean readOnly, Channel channel, String source) {
        return new Caller(
                owner.account(),
                owner.name(),
                List.of(binding),
                binding,
                channel,
                source,
                null,
                readOnly ? Limit.READ_ONLY_TOKEN : Limit.TOKEN);
    }

    static Invalid unknown() {
        return Invalid.malformed("Liaison-Office", "ACTING_UNKNOWN", "所选的办理身份不存在或不唯一");
    }
}

package org.liaison.platform.internal.security;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.LongConsumer;
import org.liaison.platform.api.Act;
import org.liaison.platform.api.AuditTrail;
import org.liaison.platform.api.Binding;
import org.liaison.platform.api.Caller;
import org.liaison.platform.api.Channel;
import org.liaison.platform.api.Done;
import org.liaison.platform.api.LiaisonException;
import org.liaison.platform.api.Role;
import org.liaison.platform.api.Scope;
import org.liaison.platform.api.Unit;

/** The database of logins, with a clock that can be moved and a trail that remembers. */
final class SecurityDatabase extends GatedDatabase implements AuditTrail {
    /** Rounds of a hash that is checked at once. */
    static final int CHEAP = 2;

    final List<Recorded> trail = new CopyOnWriteArrayList<>();
    final SettableClock clock = new SettableClock();

    /** A new account with a password and roles everywhere. @return its name */
    String account(String password, Role... roles) {
        String name = "u" + UUID.randomUUID().toString().substring(0, 8);
        AccountTable accounts = new AccountTable(source);
        accounts.insert(name, "张三", PasswordHash.of(password.toCharArray(), CHEAP), false);
        for (Role role : roles) {
            accounts.bind(name, new Binding(role, Scope.ALL, null));
        }
        return name;
    }

    /** Somebody with a role everywhere. */
    static Caller caller(String account, Role role) {
        Binding binding = new Binding(role, Scope.ALL, null);
        return new Caller(account, account, List.of(binding), binding, Channel.CONSOLE, "127.0.0.1");
    }

    List<String> operations(String subjectId) {
        return trail.stream()
                .filter(one -> subjectId.equals(one.act().subjectId()))
                .map(one -> one.act().operation() + " " + one.result())
                .toList();
    }

    @Override
    public <T> T run(Caller caller, Act act, Function<Unit, Done<T>> work, BiFunction<Scope, String, T> reread) {
        try {
            Done<T> done = admitted(caller, act, clock.instant(), work);
            trail.add(new Recorded(caller, act, "OK", done.reason()));
            return done.value();
        } catch (LiaisonException e) {
            trail.add(new Recorded(caller, act, "REFUSED", e.code()));
            throw e;
        }
    }

    @Override
    public void record(Caller caller, Act act, String result, String reason) {
        trail.add(new Recorded(caller, act, result, reason));
    }

    @Override
    public Proof verify(LongConsumer progress) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Deed> done(String subject, long after, int limit) {
        throw new UnsupportedOperationException();
    }

    /** One record of the trail. */
    record Recorded(Caller caller, Act act, String result, String reason) {}

    /** A clock that stands where it is put, in Asia/Shanghai. */
    static final class SettableClock extends Clock {
        private volatile Instant now = Instant.parse("2026-03-05T02:00:00Z");

        void move(Duration by) {
            now = now.plus(by);
        }

        @Override
        public ZoneId getZone() {
            return ZoneId.of("Asia/Shanghai");
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}

package org.liaison.registration.internal.service;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.liaison.platform.api.Act;
import org.liaison.platform.api.Caller;
import org.liaison.platform.api.Done;
import org.liaison.platform.api.Forbidden;
import org.liaison.platform.api.Operations;
import org.liaison.platform.api.Scope;
import org.liaison.platform.api.Unit;
import org.liaison.platform.api.rules.Deadlines;

/**
 * A door with the permission table only: the scope is the acting binding's, the work runs at once, the facts are kept to
 * look at.
 */
public final class OpenDoor implements Operations {
    public static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    /** The day it is, in Asia/Shanghai. */
    LocalDate today = TODAY;

    public final List<Act> acts = new ArrayList<>();
    public final List<Done<?>> done = new ArrayList<>();
    public final List<String> published = new ArrayList<>();
    private final Map<String, Long> counters = new HashMap<>();
    private long numbers;

    /** Nine in the morning, and a second later with each act. */
    public Clock clock() {
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return Deadlines.ZONE;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return today.atTime(9, 0).atZone(Deadlines.ZONE).toInstant().plusSeconds(acts.size());
            }
        };
    }

    private static Scope admit(Caller caller, String operation) {
        if (!RegistrationPermissions.TABLE
                .grants()
                .getOrDefault(operation, Map.of())
                .containsKey(caller.acting().role())) {
            throw new Forbidden();
        }
        return caller.acting().scope();
    }

    @Override
    public <T> T run(Caller caller, Act act, Function<Unit, Done<T>> work, BiFunction<Scope, String, T> reread) {
        admit(caller, act.operation());
        for (int i = 0; i < acts.size(); i++) {
            if (act.key() != null && act.key().equals(acts.get(i).key())) {
                return reread.apply(caller.acting().scope(), done.get(i).id());
            }
        }
        Done<T> result = work.apply(new RunningUnit(caller));
        acts.add(act);
        done.add(result);
        return result.value();
    }

    @Override
    public <T> T read(Caller caller, String operation, Function<Scope, T> work) {
        return work.apply(admit(caller, operation));
    }

    private final class RunningUnit implements Unit {
        private final Caller caller;

        RunningUnit(Caller caller) {
            this.caller = caller;
        }

        @Override
        public Caller caller() {
            return caller;
        }

        @Override
        public Scope scope() {
            return caller.acting().scope();
        }

        @Override
        public Instant now() {
            return clock().instant();
        }

        @Override
        public LocalDate today() {
            return today;
        }

        @Override
        public long next(String sequence) {
            return ++numbers;
        }

        @Override
        public Map<String, Long> numbers(Set<String> series) {
            return series.stream().collect(Collectors.toMap(name -> name, name -> counters.merge(name, 1L, Long::sum)));
        }

        @Override
        public void publish(String topic, String id, long version) {
            published.add(topic);
        }
    }
}

package org.liaison.registration.internal.soap;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.liaison.platform.api.Act;
import org.liaison.platform.api.Caller;
import org.liaison.platform.api.Done;
import org.liaison.platform.api.Forbidden;
import org.liaison.platform.api.Operations;
import org.liaison.platform.api.Scope;
import org.liaison.platform.api.Unit;

/** A door that lets everybody read until it is closed. */
final class Door implements Operations {
    private final List<String> asked = new ArrayList<>();
    private boolean closed;

    void close() {
        closed = true;
    }

    List<String> asked() {
        return asked;
    }

    @Override
    public <T> T run(Caller caller, Act act, Function<Unit, Done<T>> work, BiFunction<Scope, String, T> reread) {
        throw new UnsupportedOperationException("the endpoint writes nothing itself");
    }

    @Override
    public <T> T read(Caller caller, String operation, Function<Scope, T> work) {
        asked.add(operation);
        if (closed) {
            throw new Forbidden();
        }
        return work.apply(Scope.ALL);
    }
}

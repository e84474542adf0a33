package org.liaison.registration.internal.store;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** A data source that remembers every statement that was prepared on it, without its parameters. */
final class Statements {
    private final List<String> prepared = new ArrayList<>();

    DataSource of(DataSource source) {
        return remembering(DataSource.class, source);
    }

    /** Those of some work. */
    List<String> during(Runnable work) {
        prepared.clear();
        work.run();
        return List.copyOf(prepared);
    }

    private <T> T remembering(Class<T> type, T target) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, given) -> {
                    if (method.getName().startsWith("prepare")) {
                        prepared.add((String) given[0]);
                    }
                    try {
                        Object answer = method.invoke(target, given);
                        return answer instanceof Connection connection
                                ? remembering(Connection.class, connection)
                                : answer;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }
}

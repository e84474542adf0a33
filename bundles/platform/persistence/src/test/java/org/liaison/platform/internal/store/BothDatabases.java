package org.liaison.platform.internal.store;

import java.util.List;

/** Parameters of tests that must hold on both databases. */
final class BothDatabases {
    private BothDatabases() {}

    /** Makes a fresh database. */
    @FunctionalInterface
    interface Fresh {
        LocalDatabase make() throws Exception;
    }

    static List<Object[]> all() {
        Fresh derby = LocalDatabase::new;
        Fresh postgresql = LocalDatabase::postgresql;
        return List.of(new Object[] {"derby", derby}, new Object[] {"postgresql", postgresql});
    }
}

package org.liaison.platform.internal.rules;

import java.util.ArrayList;
import java.util.List;
import org.liaison.platform.internal.store.Database;
import org.liaison.platform.internal.store.Sql;
import org.liaison.platform.internal.store.SqlFailed;

/** Brings the tables of the rule book to what the bundle carries; costs one question when they are. */
final class RuleTables {
    private static final int BATCH = 500;

    /** How often a load is tried: what keeps it waiting is another node that loads the same. */
    private static final int TRIES = 3;

    private final Database database;
    private final Sql sql;

    RuleTables(Database database) {
        this.database = database;
        this.sql = new Sql(database);
    }

    /** @return data sets that were loaded anew */
    int load() {
        List<String> there = there();
        int loaded = 0;
        for (Dataset set : Dataset.values()) {
            if (!there.contains(key(set)) && load(set)) {
                loaded++;
            }
        }
        return loaded;
    }

    private List<String> there() {
        return sql.query(
                0, row -> row.getString(1) + " " + row.getString(2), "SELECT name, digest FROM platform.rule_dataset");
    }

    private static String key(Dataset set) {
        return set.name() + " " + set.digest();
    }

    /** @return whether this node has loaded it: of several that start at once one does */
    private boolean load(Dataset set) {
        for (int tried = 1; ; tried++) {
            try {
                return database.inTransaction(() -> replace(set));
            } catch (SqlFailed e) {
                if (there().contains(key(set))) {
                    return false;
                }
                if (tried == TRIES) {
                    throw e;
                }
            }
        }
    }

    /** The name goes in first: another node waits there for the end of the transaction, and finds it done. */
    private boolean replace(Dataset set) {
        sql.update("DELETE FROM platform.rule_dataset WHERE name = ? AND digest <> ?", set.name(), set.digest());
        sql.update("INSERT INTO platform.rule_dataset (name, digest) VALUES (?,?)", set.name(), set.digest());
        sql.update("DELETE FROM " + set.table());
        String insert = "INSERT INTO " + set.table() + " (ord, " + String.join(", ", set.columns()) + ") VALUES (?"
                + ",?".repeat(set.columns().size()) + ")";
        List<Object[]> rows = new ArrayList<>(set.rows());
        for (int from = 0; from < rows.size(); from += BATCH) {
            sql.batch(insert, rows.subList(from, Math.min(from + BATCH, rows.size())));
        }
        return true;
    }

    /** Every row of a data set, in order, with its columns in the order of {@link Dataset#columns()}. */
    List<String[]> read(Dataset set) {
        return sql.query(
                0,
                row -> {
                    String[] values = new String[set.columns().size()];
                    for (int i = 0; i < values.length; i++) {
                        values[i] = row.getString(i + 1);
                    }
                    return values;
                },
                "SELECT " + String.join(", ", set.columns()) + " FROM " + set.table() + " ORDER BY ord");
    }
}

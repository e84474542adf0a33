package org.liaison.platform.internal.rules;

import java.util.ArrayList;
import java.util.List;
import org.liaison.platform.internal.store.Database;
import org.liaison.platform.internal.store.Sql;

/** Brings the tables of the rule book to what the bundle carries; costs one question when they are. */
final class RuleTables {
    /** Derby locks the whole table beyond five thousand rows of one transaction. */
    private static final int BATCH = 500;

    private final Database database;
    private final Sql sql;

    RuleTables(Database database) {
        this.database = database;
        this.sql = new Sql(database);
    }

    /** @return data sets that were loaded anew */
    int load() {
        List<String> there = sql.query(
                0, row -> row.getString(1) + " " + row.getString(2), "SELECT name, digest FROM platform.rule_dataset");
        int loaded = 0;
        for (Dataset set : Dataset.values()) {
            if (!there.contains(set.name() + " " + set.digest())) {
                load(set);
                loaded++;
            }
        }
        return loaded;
    }

    /** The digest is gone first and comes last: a death in between makes the next start load again. */
    private void load(Dataset set) {
        sql.update("DELETE FROM platform.rule_dataset WHERE name = ?", set.name());
        sql.update("DELETE FROM " + set.table());
        String insert = "INSERT INTO " + set.table() + " (ord, " + String.join(", ", set.columns()) + ") VALUES (?"
                + ",?".repeat(set.columns().size()) + ")";
        List<Object[]> rows = new ArrayList<>(set.rows());
        for (int from = 0; from < rows.size(); from += BATCH) {
            List<Object[]> batch = rows.subList(from, Math.min(from + BATCH, rows.size()));
            database.inTransaction(() -> {
                sql.batch(insert, batch);
                return null;
            });
        }
        sql.update("INSERT INTO platform.rule_dataset (name, digest) VALUES (?,?)", set.name(), set.digest());
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

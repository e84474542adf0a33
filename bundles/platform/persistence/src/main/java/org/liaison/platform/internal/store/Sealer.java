package org.liaison.platform.internal.store;

import java.util.ArrayList;
import java.util.List;

/** Links committed records into the chain, batch by batch. Used by one thread. */
final class Sealer {
    static final int BATCH = 400;

    /** Ids are handed out in blocks, so a later commit may bring a lower id; none comes from further back than this. */
    private static final long WINDOW = 20_000;

    private static final String UNSEALED = "SELECT a.id, a.hmac FROM platform.audit a"
            + " LEFT JOIN platform.audit_seal s ON s.audit_id = a.id WHERE a.id > ? AND s.audit_id IS NULL ORDER BY a.id";
    private final Database database;
    private final Sql sql;
    private final Chain chain;
    private final HeadFile head;

    Sealer(Database database, Chain chain, HeadFile head) {
        this.database = database;
        this.sql = new Sql(database);
        this.chain = chain;
        this.head = head;
    }

    /** Seals one batch. @return records sealed; {@link #BATCH} when there may be more */
    int seal() {
        long low = sql.number("SELECT MAX(audit_id) FROM platform.audit_seal") - WINDOW;
        if (!pending(low)) {
            catchUp();
            return 0;
        }
        List<Seal> sealed = database.inTransaction(() -> batch(low));
        if (!sealed.isEmpty()) {
            head.append(sealed.get(sealed.size() - 1));
        }
        return sealed.size();
    }

    private boolean pending(long low) {
        return !sql.query(1, row -> row.getLong(1), UNSEALED, low).isEmpty();
    }

    /** A process killed between commit and file left the head behind: write it again. */
    private void catchUp() {
        Seal last = last();
        if (last != null && head.last() < last.seq()) {
            head.append(last);
        }
    }

    private List<Seal> batch(long low) {
        Seal last = last();
        long seq = last == null ? 0 : last.seq();
        String previous = last == null ? Chain.ROOT : last.hash();
        List<Seal> seals = new ArrayList<>();
        for (Object[] row : sql.query(BATCH, r -> new Object[] {r.getLong(1), r.getString(2)}, UNSEALED, low)) {
            Seal seal = chain.seal(++seq, (long) row[0], (String) row[1], previous);
            previous = seal.hash();
            seals.add(seal);
        }
        List<Object[]> rows = new ArrayList<>();
        seals.forEach(s -> rows.add(new Object[] {s.seq(), s.auditId(), s.previous(), s.hash(), s.mac()}));
        sql.batch("INSERT INTO platform.audit_seal (seq, audit_id, previous, hash, mac) VALUES (?,?,?,?,?)", rows);
        return seals;
    }

    private Seal last() {
        return sql
                .query(
                        1,
                        r -> new Seal(r.getLong(1), r.getLong(2), r.getString(3), r.getString(4), r.getString(5)),
                        "SELECT seq, audit_id, previous, hash, mac FROM platform.audit_seal"
                                + " WHERE seq = (SELECT MAX(seq) FROM platform.audit_seal)")
                .stream()
                .findFirst()
                .orElse(null);
    }
}

package org.liaison.platform.internal.store;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import org.liaison.platform.api.AuditTrail.Fault;
import org.liaison.platform.api.AuditTrail.Proof;

/** One walk along the chain, a page at a time. Used once. */
final class Verification {
    private static final int PAGE = 500;

    /** Faults named at most: a ruined trail must not fill the memory. */
    private static final int MOST = 1000;

    /** A record this old must have its seal. */
    private static final long SEALED_WITHIN_MS = 10_000;

    private static final String SEALS = "SELECT s.seq, s.audit_id, s.previous, s.hash, s.mac AS seal_mac, "
            + "a." + String.join(", a.", AuditRow.COLUMNS)
            + ", a.hmac FROM platform.audit_seal s LEFT JOIN platform.audit a ON a.id = s.audit_id"
            + " WHERE s.seq > ? ORDER BY s.seq";
    private static final String UNSEALED = "SELECT a.id, a.written_at FROM platform.audit a"
            + " LEFT JOIN platform.audit_seal s ON s.audit_id = a.id WHERE s.audit_id IS NULL ORDER BY a.id";
    private final Sql sql;
    private final Chain chain;
    private final HeadFile head;
    private final List<Fault> faults = new ArrayList<>();
    private long records;
    private long lastSeq;
    private String lastHash = Chain.ROOT;
    private HeadFile.Line line;

    Verification(Sql sql, Chain chain, HeadFile head) {
        this.sql = sql;
        this.chain = chain;
        this.head = head;
    }

    Proof run(LongConsumer progress, long nowMs) {
        try (BufferedReader heads = head.open()) {
            line = HeadFile.next(heads);
            List<Link> page;
            do {
                page = sql.query(PAGE, Link::read, SEALS, lastSeq);
                for (Link link : page) {
                    prove(link, heads);
                }
                progress.accept(records);
                // the sealer goes on meanwhile: only an answer younger than the head that was read shows a cut
            } while (!page.isEmpty());
            if (line != null) {
                fault("CUT", lastSeq, "审计链在第" + lastSeq + "号之后被截断，库外记录的链头为第" + lastLine(heads) + "号");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Proof(records, unsealed(nowMs), List.copyOf(faults));
    }

    private void prove(Link link, BufferedReader heads) throws IOException {
        Seal seal = link.seal();
        if (seal.seq() != lastSeq + 1) {
            fault("REMOVED", lastSeq + 1, "封存第" + (lastSeq + 1) + "号至第" + (seal.seq() - 1) + "号被删除");
        } else if (!seal.previous().equals(lastHash)) {
            fault("REORDERED", seal.seq(), "封存第" + seal.seq() + "号未接在前一号之后，次序被改动");
        }
        if (link.row() == null) {
            fault("REMOVED", seal.auditId(), "审计记录" + seal.auditId() + "被删除");
        } else {
            content(link);
        }
        against(seal, heads);
        records++;
        lastSeq = seal.seq();
        lastHash = seal.hash();
    }

    private void content(Link link) {
        Seal seal = link.seal();
        boolean edited = !chain.of(link.row()).equals(link.rowMac());
        if (edited) {
            fault("EDITED", seal.auditId(), "审计记录" + seal.auditId() + "的内容被改动");
        } else {
            Seal right = chain.seal(seal.seq(), seal.auditId(), link.rowMac(), seal.previous());
            if (!right.equals(seal)) {
                fault("REORDERED", seal.seq(), "封存第" + seal.seq() + "号与其审计记录不符，次序或封存被改动");
            }
        }
    }

    /** The head written outside must be the same link. */
    private void against(Seal seal, BufferedReader heads) throws IOException {
        while (line != null && line.seq() <= seal.seq()) {
            if (line.seq() == seal.seq() && !line.hash().equals(seal.hash())) {
                fault("REORDERED", seal.seq(), "封存第" + seal.seq() + "号与库外记录的链头不符");
            }
            line = HeadFile.next(heads);
        }
    }

    private long lastLine(BufferedReader heads) throws IOException {
        long seq = line.seq();
        for (HeadFile.Line next = line; next != null; next = HeadFile.next(heads)) {
            seq = next.seq();
        }
        return seq;
    }

    private List<Long> unsealed(long nowMs) {
        List<Long> ids = new ArrayList<>();
        for (Waiting row : sql.query(MOST, r -> new Waiting(r.getLong(1), Instant.parse(r.getString(2))), UNSEALED)) {
            ids.add(row.id());
            if (row.at().toEpochMilli() < nowMs - SEALED_WITHIN_MS) {
                fault("UNSEALED", row.id(), "审计记录" + row.id() + "逾期未封存");
            }
        }
        return List.copyOf(ids);
    }

    private void fault(String kind, long row, String text) {
        if (faults.size() < MOST) {
            faults.add(new Fault(kind, row, text));
        }
    }

    /** A record without a seal. */
    private record Waiting(long id, Instant at) {}
}

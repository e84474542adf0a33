package org.liaison.platform.internal.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.spy;
import static org.mockito.Mockito.when;

import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.liaison.platform.api.Act;
import org.liaison.platform.api.AuditTrail.Fault;
import org.liaison.platform.api.AuditTrail.Proof;
import org.liaison.platform.api.Caller;
import org.liaison.platform.api.Channel;

public class VerificationTest {
    private static final Caller CALLER = new Caller("li", "李", List.of(), null, Channel.CONSOLE, null);
    private static final Instant NOW = Instant.parse("2026-11-24T00:00:00Z");

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private LocalDatabase database;
    private Chain chain;
    private AuditTable table;
    private HeadFile head;
    private Sealer sealer;

    @Before
    public void writeTenRecordsInTwoBatches() throws Exception {
        database = new LocalDatabase();
        table = new AuditTable(folder.getRoot().toPath().resolve("keys"));
        chain = new Chain(table.key());
        head = new HeadFile(folder.getRoot().toPath().resolve("head.log"));
        sealer = new Sealer(database, chain, head);
        write(5);
        assertThat(sealer.seal()).isEqualTo(5);
        write(5);
        assertThat(sealer.seal()).isEqualTo(5);
    }

    private void write(int records) throws Exception {
        for (int i = 0; i < records; i++) {
            try (Connection connection = database.open()) {
                Act act = new Act("platform.login", "login", "第" + i + "次", null, null);
                table.insert(connection, NOW, CALLER, act, null, "OK", null);
            }
        }
    }

    private Proof verify(Instant now) {
        return new Verification(new Sql(database), chain, head).run(rows -> {}, now.toEpochMilli());
    }

    private List<String> faults() {
        return verify(NOW).faults().stream().map(f -> f.kind() + " " + f.row()).toList();
    }

    @Test
    public void trailIsWhole_whenNothingWasTouched() {
        Proof proof = verify(NOW);
        assertThat(proof.faults()).isEmpty();
        assertThat(proof.records()).isEqualTo(10);
    }

    @Test
    public void editedRowIsNamed_whenAValueWasChanged() throws Exception {
        database.execute("UPDATE platform.audit SET account = 'wang' WHERE id = 4");
        assertThat(faults()).containsExactly("EDITED 4");
    }

    @Test
    public void editedRowIsNamed_whenAValueMovedToTheNextColumn() throws Exception {
        database.execute("UPDATE platform.audit SET office_id = subject_id, subject_id = NULL WHERE id = 4");
        assertThat(faults()).containsExactly("EDITED 4");
    }

    @Test
    public void removedRowIsNamed_whenTheRecordIsGone() throws Exception {
        database.execute("DELETE FROM platform.audit WHERE id = 4");
        assertThat(faults()).containsExactly("REMOVED 4");
    }

    @Test
    public void removedRowIsNamed_whenItsSealIsGoneToo() throws Exception {
        database.execute("DELETE FROM platform.audit WHERE id = 4");
        database.execute("DELETE FROM platform.audit_seal WHERE audit_id = 4");
        assertThat(faults()).containsExactly("REMOVED 4");
    }

    @Test
    public void reorderedRowsAreNamed_whenTwoSealsWereSwapped() throws Exception {
        database.execute("UPDATE platform.audit_seal SET audit_id = -1 WHERE seq = 3");
        database.execute("UPDATE platform.audit_seal SET audit_id = 3 WHERE seq = 4");
        database.execute("UPDATE platform.audit_seal SET audit_id = 4 WHERE seq = 3");
        assertThat(faults()).containsExactly("REORDERED 3", "REORDERED 4");
    }

    @Test
    public void cutIsNamed_whenTheTailIsGone() throws Exception {
        database.execute("DELETE FROM platform.audit WHERE id > 7");
        database.execute("DELETE FROM platform.audit_seal WHERE audit_id > 7");
        assertThat(faults()).containsExactly("CUT 7");
    }

    @Test
    public void trailIsWhole_whenRecordsAreSealedBetweenAPageAndTheHead() throws Exception {
        AtomicBoolean sealed = new AtomicBoolean();
        Database busy = afterEachAnswer(() -> {
            if (sealed.compareAndSet(false, true)) {
                write(2);
                assertThat(sealer.seal()).isEqualTo(2);
            }
        });
        Proof proof = new Verification(new Sql(busy), chain, head).run(rows -> {}, NOW.toEpochMilli());
        assertThat(proof.faults()).isEmpty();
        assertThat(proof.records()).isEqualTo(12);
    }

    private Database afterEachAnswer(Work work) throws Exception {
        Database busy = mock(Database.class);
        when(busy.open()).thenAnswer(call -> {
            Connection connection = spy(database.open());
            doAnswer(close -> {
                        close.callRealMethod();
                        work.run();
                        return null;
                    })
                    .when(connection)
                    .close();
            return connection;
        });
        return busy;
    }

    private interface Work {
        void run() throws Exception;
    }

    @Test
    public void cutIsNamed_whenNewRecordsWereSealedOverACutTail() throws Exception {
        database.execute("DELETE FROM platform.audit WHERE id > 7");
        database.execute("DELETE FROM platform.audit_seal WHERE audit_id > 7");
        write(5);
        sealer.seal();
        assertThat(faults()).contains("REORDERED 10");
    }

    @Test
    public void unsealedRowIsAFaultOnlyAfterItsTime() throws Exception {
        write(1);
        assertThat(verify(NOW.plusSeconds(1)).unsealed()).containsExactly(11L);
        assertThat(verify(NOW.plusSeconds(1)).faults()).isEmpty();
        assertThat(verify(NOW.plusSeconds(60)).faults()).extracting(Fault::kind).containsExactly("UNSEALED");
    }

    @Test
    public void sealerCatchesUp_whenTheHeadFileWasTornByADeath() throws Exception {
        var file = folder.getRoot().toPath().resolve("head.log");
        String first = Files.readAllLines(file).get(0);
        Files.writeString(file, first + "\n10 abc", StandardOpenOption.TRUNCATE_EXISTING);
        assertThat(sealer.seal()).isZero();
        assertThat(head.last()).isEqualTo(10);
        assertThat(faults()).isEmpty();
    }

    @Test
    public void pagesAreWalkedToTheEnd_whenThereAreMany() throws Exception {
        write(1203);
        while (sealer.seal() == Sealer.BATCH) {
            assertThat(verify(NOW).faults()).isEmpty();
        }
        assertThat(verify(NOW).records()).isEqualTo(1213);
    }
}

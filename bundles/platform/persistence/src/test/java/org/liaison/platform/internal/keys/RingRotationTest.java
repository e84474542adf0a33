package org.liaison.platform.internal.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.liaison.platform.api.AuditTrail;
import org.liaison.platform.api.Caller;
import org.liaison.platform.api.Channel;
import org.liaison.platform.api.Conflict;
import org.liaison.platform.api.DataKeys.Wrapped;
import org.liaison.platform.api.EncryptedRows;
import org.liaison.platform.api.KeyRotation.Progress;
import org.liaison.platform.api.KeyRotation.Ring;
import org.liaison.platform.api.KeyRotation.State;
import org.liaison.platform.api.Operations;
import org.liaison.platform.api.Scope;
import org.liaison.platform.api.Unavailable;
import org.liaison.platform.internal.identity.IdentityNode;
import org.liaison.platform.internal.store.LocalDatabase;
import org.liaison.platform.internal.store.Settings;
import org.liaison.platform.internal.store.Sql;

public class RingRotationTest {
    private static final int NUMBERS = 511;

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private final Caller sec = new Caller("sec", "安全管理员", List.of(), null, Channel.CONSOLE, "127.0.0.1");
    private final AuditTrail audit = mock(AuditTrail.class);
    private final Operations operations = mock(Operations.class);
    private final List<String> references = new ArrayList<>();
    private LocalDatabase database;
    private Path keys;
    private IdentityNode node;
    private Files files;
    private RingRotation rotation;

    @Before
    public void fill() throws Exception {
        database = new LocalDatabase();
        keys = folder.getRoot().toPath().resolve("keys");
        when(operations.read(any(), any(), any()))
                .thenAnswer(call -> call.<Function<Scope, ?>>getArgument(2).apply(Scope.ALL));
        node = new IdentityNode(database, keys);
        files = new Files(
                new TinkDataKeys(new KeyRing(new KeyFolder(keys, new Sql(database)), TinkDataKeys.RING)),
                TinkDataKeys.RING);
        database.inTransaction(() -> {
            for (int i = 0; i < NUMBERS; i++) {
                references.add(node.keep("number " + i));
            }
            return null;
        });
        for (int i = 0; i < 7; i++) {
            files.add("file " + i);
        }
        rotation = rotation(node.rows(), files);
    }

    private RingRotation rotation(EncryptedRows... owners) {
        Settings settings = mock(Settings.class);
        when(settings.keys()).thenReturn(keys.toString());
        RingRotation made = new RingRotation(database, operations, audit, settings);
        List.of(owners).forEach(made::add);
        KeyRing ring = new KeyRing(new KeyFolder(keys, new Sql(database)), SecretDataKeys.RING);
        made.add(new Files(new TinkDataKeys(ring), SecretDataKeys.RING));
        return made;
    }

    private void assertEverythingReads() {
        Map<String, String> clear = node.reveal(references);
        for (int i = 0; i < NUMBERS; i++) {
            assertThat(clear.get(references.get(i))).isEqualTo("NUMBER " + i);
        }
        files.rows.forEach((id, key) -> files.keys.renew(key, id));
    }

    private static void assertFinished(List<Ring> rings, int disabled) {
        assertThat(rings).hasSize(3).allSatisfy(ring -> {
            assertThat(ring.unfinished()).isFalse();
            assertThat(ring.keys()).hasSize(disabled + 1);
            assertThat(ring.keys().get(disabled).state()).isEqualTo(State.PRIMARY);
            assertThat(ring.keys().subList(0, disabled)).allSatisfy(key -> {
                assertThat(key.state()).isEqualTo(State.DISABLED);
                assertThat(key.rows()).isZero();
            });
        });
        assertThat(rings).extracting(ring -> ring.keys().get(disabled).rows()).containsExactly(7L, (long) NUMBERS, 0L);
    }

    @Test
    public void everyRowStandsUnderTheNewKey_inBatchesOfFiveHundred() {
        List<Progress> told = new ArrayList<>();
        assertFinished(rotation.rotate(sec, false, told::add), 1);
        assertThat(told)
                .containsExactly(
                        new Progress("附件", 7, 7),
                        new Progress("身份证号", 500, NUMBERS),
                        new Progress("身份证号", NUMBERS, NUMBERS));
        assertEverythingReads();
        assertThat(node.find("number 5")).contains(references.get(5));
        var order = inOrder(audit);
        order.verify(audit).record(eq(sec), any(), eq("OK"), eq("开始轮换密钥"));
        order.verify(audit).record(eq(sec), any(), eq("OK"), eq("密钥轮换完成"));
    }

    @Test
    public void secondRotationMakesAThirdKey_always() {
        rotation.rotate(sec, false, p -> {});
        assertFinished(rotation.rotate(sec, false, p -> {}), 2);
        assertEverythingReads();
    }

    @Test
    public void dryRunChangesNothing_always() {
        List<Ring> before = rotation.status(sec);
        assertThat(rotation.rotate(sec, true, p -> {})).isEqualTo(before);
        assertThat(rotation.status(sec)).isEqualTo(before);
        verify(audit, never()).record(any(), any(), any(), any());
    }

    @Test
    public void nextRunFinishes_whenOneWasKilledBetweenBatches() {
        assertThatThrownBy(() -> rotation.rotate(sec, false, progress -> {
                    if (progress.done() == 500) {
                        throw new IllegalStateException("killed");
                    }
                }))
                .hasMessage("killed");
        assertThat(rotation.status(sec)).anyMatch(Ring::unfinished);
        assertEverythingReads();
        assertFinished(rotation(node.rows(), files).rotate(sec, false, p -> {}), 1);
        assertEverythingReads();
    }

    @Test
    public void nextRunFinishes_whenOneWasKilledBeforeTheOldKeysWereDisabled() {
        files.atFence = () -> {
            throw new IllegalStateException("killed");
        };
        assertThatThrownBy(() -> rotation.rotate(sec, false, p -> {})).hasMessage("killed");
        assertThat(rotation.status(sec)).allMatch(Ring::unfinished);
        files.atFence = () -> {};
        assertFinished(rotation.rotate(sec, false, p -> {}), 1);
        assertEverythingReads();
    }

    @Test
    public void nextRunMakesNoFurtherKey_whenOneWasKilledRightAfterTheNewKey() {
        new KeyRing(new KeyFolder(keys, new Sql(database)), "identity").renew();
        List<Ring> rings = rotation.rotate(sec, false, p -> {});
        assertThat(rings).noneMatch(Ring::unfinished);
        assertThat(rings).extracting(ring -> ring.keys().size()).containsExactly(1, 2, 1);
        assertEverythingReads();
    }

    @Test
    public void oldKeyStays_whileARowComesUnderItAgainAndAgain() {
        Wrapped old = files.rows.get("file 0");
        files.atFence = () -> files.rows.put("file 0", old);
        assertThatThrownBy(() -> rotation.rotate(sec, false, p -> {}))
                .isInstanceOfSatisfying(
                        Unavailable.class, e -> assertThat(e.code()).isEqualTo("OLD_KEY_IN_USE"));
        verify(audit).record(eq(sec), any(), eq("FAILED"), eq("OLD_KEY_IN_USE"));
        assertEverythingReads();
    }

    @Test
    public void nothingBegins_whileTheOwnerOfRowsIsAway() {
        assertThatThrownBy(() -> rotation(node.rows()).rotate(sec, false, p -> {}))
                .isInstanceOfSatisfying(
                        Unavailable.class, e -> assertThat(e.code()).isEqualTo("ROWS_AWAY"));
        assertThat(rotation.status(sec)).noneMatch(Ring::unfinished);
    }

    @Test
    public void secondRunIsRefused_whileOneIsUnderWay() {
        List<String> refused = new ArrayList<>();
        rotation.rotate(sec, false, progress -> {
            try {
                rotation(node.rows(), files).rotate(sec, false, p -> {});
            } catch (Conflict e) {
                refused.add(e.code());
            }
        });
        assertThat(refused).hasSize(3).containsOnly("ROTATION_RUNS");
    }

    @Test
    public void secondNodeReadsAndWritesOn_whileTheFirstRotates() throws Exception {
        IdentityNode other = new IdentityNode(database, keys);
        AtomicBoolean over = new AtomicBoolean();
        CompletableFuture<List<String>> written = CompletableFuture.supplyAsync(() -> {
            List<String> kept = new ArrayList<>();
            while (!over.get() || kept.isEmpty()) {
                String number = "other " + kept.size();
                String reference = database.inTransaction(() -> other.keep(number));
                assertThat(other.reveal(List.of(reference))).containsValue(number.toUpperCase(java.util.Locale.ROOT));
                other.reveal(references.subList(0, 50));
                kept.add(reference);
            }
            return kept;
        });
        List<Ring> rings = rotation.rotate(sec, false, p -> {});
        over.set(true);
        List<String> kept = written.get();
        assertThat(rings).noneMatch(Ring::unfinished);
        assertThat(node.reveal(kept)).hasSameSizeAs(kept);
        assertThat(rotation.status(sec).get(1).keys())
                .extracting(key -> key.rows())
                .containsExactly(0L, (long) (NUMBERS + kept.size()));
    }

    @Test
    public void writerThatBeganUnderTheOldKeyEndsUnderTheNew_whenARotationComesBetween() {
        KeyRing ring = new KeyRing(new KeyFolder(keys, new Sql(database)), "identity");
        AtomicInteger armed = new AtomicInteger(-1);
        IdentityNode late = new IdentityNode(
                new Interrupted(database, () -> {
                    // the search for the number is the first statement, its insert the second
                    if (armed.get() >= 0 && armed.incrementAndGet() == 2) {
                        ring.renew();
                    }
                }),
                keys);
        armed.set(0);
        String reference = late.keep("late");
        assertThat(new Sql(database)
                        .query(
                                1,
                                row -> row.getString(1),
                                "SELECT key_id FROM platform.identity_number WHERE id = ?",
                                reference))
                .containsExactly(ring.primary());
    }

    @Test
    public void nodeWithAFolderOfItsOwnIsRefused_always() throws Exception {
        Path own = folder.newFolder("own").toPath();
        assertThatThrownBy(() -> new IdentityNode(database, own)).hasMessageContaining("identity.json is missing");
        assertThat(own).isEmptyDirectory();
    }

    /** Rows of wrapped data keys in memory. */
    private static final class Files implements EncryptedRows {
        private final TinkDataKeys keys;
        private final String ring;
        private final Map<String, Wrapped> rows = new ConcurrentHashMap<>();
        private Runnable atFence = () -> {};

        Files(TinkDataKeys keys, String ring) {
            this.keys = keys;
            this.ring = ring;
        }

        void add(String id) {
            rows.put(id, keys.make(id));
        }

        @Override
        public String ring() {
            return ring;
        }

        @Override
        public String label() {
            return "附件";
        }

        @Override
        public Map<String, Long> byKey() {
            Map<String, Long> found = new LinkedHashMap<>();
            rows.values().forEach(key -> found.merge(key.keyId(), 1L, Long::sum));
            return found;
        }

        @Override
        public int renew(String keyId, int most) {
            List<String> old = rows.keySet().stream()
                    .filter(id -> rows.get(id).keyId().equals(keyId))
                    .limit(most)
                    .toList();
            old.forEach(id -> rows.compute(id, (same, key) -> keys.renew(key, id)));
            return old.size();
        }

        @Override
        public boolean unused(Collection<String> keyIds) {
            atFence.run();
            return byKey().keySet().stream().noneMatch(keyIds::contains);
        }
    }
}

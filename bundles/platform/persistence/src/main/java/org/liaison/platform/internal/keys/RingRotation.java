package org.liaison.platform.internal.keys;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.liaison.platform.api.Act;
import org.liaison.platform.api.AuditTrail;
import org.liaison.platform.api.Caller;
import org.liaison.platform.api.EncryptedRows;
import org.liaison.platform.api.KeyRotation;
import org.liaison.platform.api.LiaisonException;
import org.liaison.platform.api.Operations;
import org.liaison.platform.api.Unavailable;
import org.liaison.platform.internal.store.Database;
import org.liaison.platform.internal.store.KeyFile;
import org.liaison.platform.internal.store.Settings;
import org.liaison.platform.internal.store.Sql;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/**
 * Replaces master keys in an order in which a kill at any point loses nothing: new key in the file, rows under it, old keys
 * disabled. Where a run stands is told by the keyset and the rows alone.
 */
@Component(service = KeyRotation.class, configurationPid = Settings.PID)
public final class RingRotation implements KeyRotation {
    static final int BATCH = 500;
    static final String ROTATE = "platform.keys.rotate";
    static final String STATUS = "platform.keys.status";

    /** Rounds after which writers under an old key are taken for a node that does not see the key folder. */
    private static final int ROUNDS = 5;

    private final Database database;
    private final Operations operations;
    private final AuditTrail audit;
    private final RotationLock lock;
    private final Map<String, KeyRing> rings = new TreeMap<>();
    private volatile List<EncryptedRows> owners = List.of();

    @Activate
    public RingRotation(
            @Reference Database database,
            @Reference Operations operations,
            @Reference AuditTrail audit,
            Settings settings) {
        this.database = database;
        this.operations = operations;
        this.audit = audit;
        this.lock = new RotationLock(KeyFile.folder(settings));
        KeyFolder folder = new KeyFolder(KeyFile.folder(settings), new Sql(database));
        for (String name : List.of("identity", TinkDataKeys.RING, SecretDataKeys.RING)) {
            rings.put(name, new KeyRing(folder, name));
        }
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    synchronized void add(EncryptedRows rows) {
        List<EncryptedRows> more = new ArrayList<>(owners);
        more.add(rows);
        owners = List.copyOf(more);
    }

    synchronized void remove(EncryptedRows rows) {
        owners = owners.stream().filter(known -> known != rows).toList();
    }

    @Override
    public List<Ring> status(Caller caller) {
        return operations.read(caller, STATUS, scope -> rings());
    }

    @Override
    public List<Ring> rotate(Caller caller, boolean dryRun, Consumer<Progress> progress) {
        return operations.read(caller, ROTATE, scope -> {
            if (dryRun) {
                return rings();
            }
            try (AutoCloseable held = lock.take()) {
                return audited(caller, progress);
            } catch (RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private List<Ring> audited(Caller caller, Consumer<Progress> progress) {
        rings.keySet().forEach(this::rows);
        Act act = Act.of(ROTATE, "keys", null, null);
        audit.record(caller, act, "OK", "开始轮换密钥");
        try {
            rotate(progress);
        } catch (RuntimeException e) {
            audit.record(caller, act, "FAILED", e instanceof LiaisonException known ? known.code() : "INTERNAL");
            throw e;
        }
        audit.record(caller, act, "OK", "密钥轮换完成");
        return rings();
    }

    private void rotate(Consumer<Progress> progress) {
        boolean brokenOff = rings.values().stream().anyMatch(ring -> !old(ring).isEmpty());
        if (!brokenOff) {
            rings.values().forEach(KeyRing::renew);
        }
        rings.forEach((name, ring) -> {
            EncryptedRows rows = rows(name);
            List<String> old = old(ring);
            for (int round = 1; !old.isEmpty() && !finish(ring, rows, old, progress); round++) {
                if (round == ROUNDS) {
                    throw new Unavailable("OLD_KEY_IN_USE", rows.label() + "仍在用旧密钥写入，旧密钥未停用，请核对各节点的密钥目录后再次轮换", null);
                }
            }
        });
    }

    /** Puts the rows under the primary key and disables the old ones. @return false when a row came under one meanwhile */
    private boolean finish(KeyRing ring, EncryptedRows rows, List<String> old, Consumer<Progress> progress) {
        Map<String, Long> before = rows.byKey();
        long all = old.stream().mapToLong(id -> before.getOrDefault(id, 0L)).sum();
        long done = 0;
        for (String id : old) {
            for (int some = renew(rows, id); some > 0; some = renew(rows, id)) {
                done += some;
                progress.accept(new Progress(rows.label(), done, Math.max(all, done)));
            }
        }
        boolean unused = database.inTransaction(() -> rows.unused(old));
        if (unused) {
            ring.disable(old);
        }
        return unused;
    }

    private int renew(EncryptedRows rows, String id) {
        return database.inTransaction(() -> rows.renew(id, BATCH));
    }

    private static List<String> old(KeyRing ring) {
        return ring.keys().stream()
                .filter(key -> key.state() == State.OLD)
                .map(KeyRing.Member::id)
                .toList();
    }

    private EncryptedRows rows(String ring) {
        return owners.stream()
                .filter(rows -> rows.ring().equals(ring))
                .findFirst()
                .orElseThrow(() -> new Unavailable("ROWS_AWAY", "密钥" + ring + "所属的模块不在运行，暂不能轮换", null));
    }

    private List<Ring> rings() {
        List<Ring> found = new ArrayList<>();
        rings.forEach((name, ring) -> {
            EncryptedRows rows = rows(name);
            Map<String, Long> count = rows.byKey();
            found.add(new Ring(
                    name,
                    rows.label(),
                    ring.keys().stream()
                            .map(key -> new Key(key.id(), key.state(), count.getOrDefault(key.id(), 0L)))
                            .toList()));
        });
        return found;
    }
}

package org.liaison.platform.internal.security;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.liaison.platform.api.DataKeys;
import org.liaison.platform.api.DataKeys.Wrapped;
import org.liaison.platform.api.EncryptedRows;
import org.liaison.platform.api.Migrated;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Secrets of accounts that the platform has to know in clear to check what clients make of them (加密存储的密钥), each under a
 * data key of its own. Thread-safe.
 */
@Component(service = {SecretStore.class, EncryptedRows.class})
public final class SecretStore implements EncryptedRows {
    private final Rows rows;
    private final DataKeys keys;

    @Activate
    public SecretStore(
            @Reference(target = "(osgi.jndi.service.name=liaison)") DataSource source,
            @Reference(target = "(schema=security)") Migrated migrated,
            @Reference(target = "(ring=secrets)") DataKeys keys) {
        this(new Rows(source), keys);
    }

    SecretStore(Rows rows, DataKeys keys) {
        this.rows = rows;
        this.keys = keys;
    }

    /** Keeps a secret under an id, instead of the one before; within the running act. */
    void keep(String id, String secret) {
        drop(id);
        Wrapped key = keys.make(id);
        ByteArrayOutputStream sealed = new ByteArrayOutputStream();
        try (OutputStream clear = keys.encrypt(sealed, key, id)) {
            clear.write(secret.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        rows.update(
                "INSERT INTO security.secret (id, key_id, key_text, content) VALUES (?, ?, ?, ?)",
                id,
                key.keyId(),
                key.text(),
                Base64.getEncoder().encodeToString(sealed.toByteArray()));
        // A rotation that came between waits for this transaction and must find no row under the old key.
        rewrap(id, key, keys.renew(key, id));
    }

    /** Forgets a secret; within the running act. */
    void drop(String id) {
        rows.update("DELETE FROM security.secret WHERE id = ?", id);
    }

    Optional<String> read(String id) {
        return find(id).map(found -> {
            try {
                return clear(found);
            } catch (DataKeys.Unreadable e) {
                // read before a rotation wrapped it anew, unwrapped after that disabled the old key
                return clear(find(id).orElseThrow(() -> e));
            }
        });
    }

    private Optional<Kept> find(String id) {
        String sql = "SELECT key_id, key_text, content FROM security.secret WHERE id = ?";
        return rows
                .query(row -> new Kept(id, new Wrapped(row.getString(1), row.getString(2)), row.getString(3)), sql, id)
                .stream()
                .findFirst();
    }

    private String clear(Kept kept) {
        byte[] sealed = Base64.getDecoder().decode(kept.content());
        try (var clear = keys.decrypt(new ByteArrayInputStream(sealed), kept.key(), kept.id())) {
            return new String(clear.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the secret " + kept.id() + " is damaged", e);
        }
    }

    private void rewrap(String id, Wrapped before, Wrapped now) {
        if (!now.equals(before)) {
            rows.update(
                    "UPDATE security.secret SET key_id = ?, key_text = ? WHERE id = ? AND key_text = ?",
                    now.keyId(),
                    now.text(),
                    id,
                    before.text());
        }
    }

    @Override
    public String ring() {
        return "secrets";
    }

    @Override
    public String label() {
        return "账户密钥";
    }

    @Override
    public Map<String, Long> byKey() {
        return rows
                .query(
                        row -> Map.entry(row.getString(1), row.getLong(2)),
                        "SELECT key_id, COUNT(*) FROM security.secret GROUP BY key_id")
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    public int renew(String keyId, int most) {
        List<Kept> old = rows.query(
                most,
                row -> new Kept(row.getString(1), new Wrapped(keyId, row.getString(2)), null),
                "SELECT id, key_text FROM security.secret WHERE key_id = ? ORDER BY id",
                keyId);
        old.forEach(kept -> rewrap(kept.id(), kept.key(), keys.renew(kept.key(), kept.id())));
        return old.size();
    }

    @Override
    public boolean unused(Collection<String> keyIds) {
        rows.update("LOCK TABLE security.secret IN SHARE MODE");
        return byKey().keySet().stream().noneMatch(keyIds::contains);
    }

    private record Kept(String id, Wrapped key, String content) {}
}

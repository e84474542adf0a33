package org.liaison.platform.internal.identity;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.liaison.platform.api.EncryptedRows;
import org.liaison.platform.api.IdentityNumbers;
import org.liaison.platform.api.Invalid;
import org.liaison.platform.api.Unit;
import org.liaison.platform.internal.keys.KeyFolder;
import org.liaison.platform.internal.keys.KeyRing;
import org.liaison.platform.internal.store.Database;
import org.liaison.platform.internal.store.KeyFile;
import org.liaison.platform.internal.store.Settings;
import org.liaison.platform.internal.store.Sql;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** AES-GCM under a Tink keyset, bound to the row's id; found again by an HMAC under a key of its own. Thread-safe. */
@Component(
        service = {IdentityNumbers.class, EncryptedRows.class},
        configurationPid = Settings.PID)
public final class EncryptedIdentityNumbers implements IdentityNumbers, EncryptedRows {
    private static final String RING = "identity";
    private static final int LONGEST = 30;

    /** References asked for in one statement. */
    private static final int PAGE = 200;

    private final Sql sql;
    private final KeyRing ring;
    private final SecretKeySpec blindKey;

    @Activate
    public EncryptedIdentityNumbers(@Reference Database database, Settings settings) {
        this(database, KeyFile.folder(settings));
    }

    EncryptedIdentityNumbers(Database database, Path keys) {
        this.sql = new Sql(database);
        KeyFolder folder = new KeyFolder(keys, sql);
        this.ring = new KeyRing(folder, RING);
        byte[] blind = KeyFile.readOrMake(folder.readOrMake("identity-index.key", KeyFile::random));
        this.blindKey = new SecretKeySpec(blind, "HmacSHA256");
    }

    @Override
    public String keep(Unit unit, String number) {
        String normal = normal(number);
        if (normal.isEmpty() || normal.length() > LONGEST) {
            throw Invalid.malformed("idNumber", "ID_NUMBER_LENGTH", "身份证号应为1至30个字符");
        }
        return find(normal).orElseGet(() -> insert(normal));
    }

    private String insert(String normal) {
        String id = UUID.randomUUID().toString();
        Row row = encrypt(normal, id);
        sql.update(
                "INSERT INTO platform.identity_number (id, key_id, ciphertext, blind) VALUES (?,?,?,?)",
                id,
                row.keyId(),
                row.text(),
                blind(normal));
        if (!row.keyId().equals(ring.primary())) {
            // a rotation came between: it waits for this transaction now, and must find no row under the old key
            update(id, row.keyId(), encrypt(normal, id));
        }
        return id;
    }

    private void update(String id, String before, Row row) {
        sql.update(
                "UPDATE platform.identity_number SET key_id = ?, ciphertext = ? WHERE id = ? AND key_id = ?",
                row.keyId(),
                row.text(),
                id,
                before);
    }

    @Override
    public Optional<String> find(String number) {
        String index = blind(normal(number));
        return sql
                .query(1, row -> row.getString(1), "SELECT id FROM platform.identity_number WHERE blind = ?", index)
                .stream()
                .findFirst();
    }

    @Override
    public Map<String, String> reveal(Collection<String> references) {
        Map<String, String> clear = new LinkedHashMap<>();
        List<String> wanted = new ArrayList<>(references.stream().distinct().toList());
        for (int from = 0; from < wanted.size(); from += PAGE) {
            reveal(wanted.subList(from, Math.min(from + PAGE, wanted.size())), clear);
        }
        return clear;
    }

    private void reveal(List<String> page, Map<String, String> clear) {
        String marks = "?" + ",?".repeat(page.size() - 1);
        List<String[]> rows = sql.query(
                0,
                row -> new String[] {row.getString(1), row.getString(2)},
                "SELECT id, ciphertext FROM platform.identity_number WHERE id IN (" + marks + ")",
                page.toArray());
        for (String[] row : rows) {
            clear.put(row[0], decrypt(row[0], row[1]));
        }
    }

    private String decrypt(String id, String text) {
        try {
            return open(id, text);
        } catch (GeneralSecurityException e) {
            // read before a rotation put it under another key, decrypted after that disabled the old one
            String now = ciphertext(id);
            if (now.equals(text)) {
                throw new IllegalStateException("an identity number cannot be decrypted: " + id, e);
            }
            return decrypt(id, now);
        }
    }

    private String ciphertext(String id) {
        return sql.query(1, row -> row.getString(1), "SELECT ciphertext FROM platform.identity_number WHERE id = ?", id)
                .get(0);
    }

    @Override
    public String ring() {
        return RING;
    }

    @Override
    public String label() {
        return "身份证号";
    }

    @Override
    public Map<String, Long> byKey() {
        Map<String, Long> rows = new LinkedHashMap<>();
        sql.query(
                        0,
                        row -> Map.entry(row.getString(1), row.getLong(2)),
                        "SELECT key_id, COUNT(*) FROM platform.identity_number GROUP BY key_id")
                .forEach(row -> rows.put(row.getKey(), row.getValue()));
        return rows;
    }

    @Override
    public int renew(String keyId, int most) {
        List<String[]> rows = sql.query(
                most,
                row -> new String[] {row.getString(1), row.getString(2)},
                "SELECT id, ciphertext FROM platform.identity_number WHERE key_id = ? ORDER BY id",
                keyId);
        for (String[] row : rows) {
            update(row[0], keyId, encrypt(decrypt(row[0], row[1]), row[0]));
        }
        return rows.size();
    }

    @Override
    public boolean unused(Collection<String> keyIds) {
        sql.update("LOCK TABLE platform.identity_number IN SHARE MODE");
        return byKey().keySet().stream().noneMatch(keyIds::contains);
    }

    private static String normal(String number) {
        return number.strip().toUpperCase(Locale.ROOT);
    }

    private Row encrypt(String clear, String id) {
        KeyRing.Sealed sealed = ring.encrypt(clear.getBytes(StandardCharsets.UTF_8), id);
        return new Row(sealed.keyId(), Base64.getEncoder().encodeToString(sealed.bytes()));
    }

    private String open(String id, String text) throws GeneralSecurityException {
        return new String(ring.decrypt(Base64.getDecoder().decode(text), id), StandardCharsets.UTF_8);
    }

    private String blind(String normal) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(blindKey);
            return HexFormat.of().formatHex(mac.doFinal(normal.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What stands in a row. */
    private record Row(String keyId, String text) {}
}

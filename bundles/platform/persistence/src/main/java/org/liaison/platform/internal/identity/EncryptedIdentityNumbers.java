package org.liaison.platform.internal.identity;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
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
import org.liaison.platform.api.IdentityNumbers;
import org.liaison.platform.api.Invalid;
import org.liaison.platform.api.Unit;
import org.liaison.platform.internal.store.Database;
import org.liaison.platform.internal.store.KeyFile;
import org.liaison.platform.internal.store.Settings;
import org.liaison.platform.internal.store.Sql;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** AES-GCM under a Tink keyset, bound to the row's id; found again by an HMAC under a key of its own. Thread-safe. */
@Component(service = IdentityNumbers.class, configurationPid = Settings.PID)
public final class EncryptedIdentityNumbers implements IdentityNumbers {
    private static final int LONGEST = 30;

    /** References asked for in one statement. */
    private static final int PAGE = 200;

    private final Sql sql;
    private final Aead aead;
    private final String keyId;
    private final SecretKeySpec blindKey;

    @Activate
    public EncryptedIdentityNumbers(@Reference Database database, Settings settings) {
        this(database, Path.of(settings.data(), "keys"));
    }

    EncryptedIdentityNumbers(Database database, Path keys) {
        this.sql = new Sql(database);
        try {
            AeadConfig.register();
            String json = new String(
                    KeyFile.readOrMake(keys.resolve("identity.json"), EncryptedIdentityNumbers::fresh),
                    StandardCharsets.UTF_8);
            KeysetHandle handle = TinkJsonProtoKeysetFormat.parseKeyset(json, InsecureSecretKeyAccess.get());
            this.aead = handle.getPrimitive(RegistryConfiguration.get(), Aead.class);
            this.keyId = Integer.toUnsignedString(handle.getPrimary().getId());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the keys of identity numbers cannot be read", e);
        }
        this.blindKey = new SecretKeySpec(KeyFile.readOrMake(keys.resolve("identity-index.key")), "HmacSHA256");
    }

    private static byte[] fresh() {
        try {
            KeysetHandle handle = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM);
            return TinkJsonProtoKeysetFormat.serializeKeyset(handle, InsecureSecretKeyAccess.get())
                    .getBytes(StandardCharsets.UTF_8);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
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
        sql.update(
                "INSERT INTO platform.identity_number (id, key_id, ciphertext, blind) VALUES (?,?,?,?)",
                id,
                keyId,
                encrypt(normal, id),
                blind(normal));
        return id;
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
            List<String> page = wanted.subList(from, Math.min(from + PAGE, wanted.size()));
            String marks = "?" + ",?".repeat(page.size() - 1);
            sql.query(
                            0,
                            row -> new String[] {row.getString(1), row.getString(2)},
                            "SELECT id, ciphertext FROM platform.identity_number WHERE id IN (" + marks + ")",
                            page.toArray())
                    .forEach(row -> clear.put(row[0], decrypt(row[1], row[0])));
        }
        return clear;
    }

    private static String normal(String number) {
        return number.strip().toUpperCase(Locale.ROOT);
    }

    private String encrypt(String clear, String id) {
        try {
            byte[] sealed = aead.encrypt(clear.getBytes(StandardCharsets.UTF_8), id.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(sealed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private String decrypt(String text, String id) {
        try {
            byte[] clear = aead.decrypt(Base64.getDecoder().decode(text), id.getBytes(StandardCharsets.UTF_8));
            return new String(clear, StandardCharsets.UTF_8);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("an identity number cannot be decrypted: " + id, e);
        }
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
}

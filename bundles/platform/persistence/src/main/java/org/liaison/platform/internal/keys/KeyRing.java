package org.liaison.platform.internal.keys;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeyStatus;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.liaison.platform.api.KeyRotation.State;
import org.liaison.platform.internal.store.KeyFile;

/**
 * A Tink keyset of AES-256-GCM keys in a file outside the database. The file is looked at before every use, so a key that
 * another node or a rotation put in place counts at once. Thread-safe; changes are made by one rotation at a time.
 */
public final class KeyRing {
    private final Path file;
    private volatile Loaded loaded;

    /** @param folder where the keys lie; the ring's file {@code <name>.json} must be known there or is made */
    public KeyRing(KeyFolder folder, String name) {
        this.file = folder.readOrMake(name + ".json", KeyRing::fresh);
        current();
    }

    private static byte[] fresh() {
        try {
            AeadConfig.register();
            return write(KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Id of the key that encrypts now, decimal. */
    public String primary() {
        return current().primary();
    }

    /** Encrypts under the primary key, bound to the given text. */
    public Sealed encrypt(byte[] clear, String bound) {
        Loaded now = current();
        try {
            return new Sealed(now.primary(), now.aead().encrypt(clear, bound.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @throws GeneralSecurityException when the key is not there or disabled, or the text was altered or moved */
    public byte[] decrypt(byte[] sealed, String bound) throws GeneralSecurityException {
        return current().aead().decrypt(sealed, bound.getBytes(StandardCharsets.UTF_8));
    }

    /** Every key, oldest first. */
    List<Member> keys() {
        KeysetHandle handle = current().handle();
        List<Member> keys = new ArrayList<>();
        for (int i = 0; i < handle.size(); i++) {
            KeysetHandle.Entry entry = handle.getAt(i);
            State old = entry.getStatus().equals(KeyStatus.ENABLED) ? State.OLD : State.DISABLED;
            keys.add(new Member(id(entry), entry.isPrimary() ? State.PRIMARY : old));
        }
        return keys;
    }

    /** Adds a key that encrypts from now on; those before go on decrypting. */
    void renew() {
        replace(KeysetHandle.newBuilder(current().handle())
                .addEntry(KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
                        .withRandomId()
                        .makePrimary()));
    }

    /** Disables keys; they stay in the file for the sake of old backups. */
    void disable(Collection<String> ids) {
        KeysetHandle handle = current().handle();
        KeysetHandle.Builder changed = KeysetHandle.newBuilder(handle);
        for (int i = 0; i < handle.size(); i++) {
            if (ids.contains(id(handle.getAt(i)))) {
                changed.getAt(i).setStatus(KeyStatus.DISABLED);
            }
        }
        replace(changed);
    }

    private void replace(KeysetHandle.Builder changed) {
        try {
            KeyFile.replace(file, write(changed.build()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private Loaded current() {
        try {
            BasicFileAttributes seen = Files.readAttributes(file, BasicFileAttributes.class);
            String stamp = seen.fileKey() + "/" + seen.lastModifiedTime() + "/" + seen.size();
            Loaded now = loaded;
            if (now == null || !now.stamp().equals(stamp)) {
                now = load(stamp);
                loaded = now;
            }
            return now;
        } catch (IOException e) {
            throw new UncheckedIOException("the keys in " + file.getFileName() + " cannot be read", e);
        }
    }

    private Loaded load(String stamp) throws IOException {
        try {
            AeadConfig.register();
            KeysetHandle handle =
                    TinkJsonProtoKeysetFormat.parseKeyset(Files.readString(file), InsecureSecretKeyAccess.get());
            Aead aead = handle.getPrimitive(RegistryConfiguration.get(), Aead.class);
            return new Loaded(stamp, handle, aead, id(handle.getPrimary()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the keys in " + file.getFileName() + " cannot be read", e);
        }
    }

    private static String id(KeysetHandle.Entry entry) {
        return Integer.toUnsignedString(entry.getId());
    }

    private static byte[] write(KeysetHandle handle) throws GeneralSecurityException {
        return TinkJsonProtoKeysetFormat.serializeKeyset(handle, InsecureSecretKeyAccess.get())
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Ciphertext and the id of its key. */
    public record Sealed(String keyId, byte[] bytes) {}

    /** One key of the ring. */
    record Member(String id, State state) {}

    private record Loaded(String stamp, KeysetHandle handle, Aead aead, String primary) {}
}

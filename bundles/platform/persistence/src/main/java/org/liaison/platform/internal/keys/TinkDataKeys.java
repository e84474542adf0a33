package org.liaison.platform.internal.keys;

import com.google.crypto.tink.subtle.AesGcmHkdfStreaming;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import org.liaison.platform.api.DataKeys;
import org.liaison.platform.internal.store.Database;
import org.liaison.platform.internal.store.KeyFile;
import org.liaison.platform.internal.store.Settings;
import org.liaison.platform.internal.store.Sql;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Data keys wrapped by a ring, that of attachments here; contents encrypted by Tink's streaming AEAD. */
@Component(service = DataKeys.class, property = "ring=" + TinkDataKeys.RING, configurationPid = Settings.PID)
public class TinkDataKeys implements DataKeys {
    /** Name of the ring. */
    public static final String RING = "attachments";

    private static final int KEY = 32;
    private static final int SEGMENT = 4 * 1024;

    private final KeyRing ring;
    private final SecureRandom random = new SecureRandom();

    @Activate
    public TinkDataKeys(@Reference Database database, Settings settings) {
        this(database, settings, RING);
    }

    TinkDataKeys(Database database, Settings settings, String ring) {
        this(new KeyRing(new KeyFolder(KeyFile.folder(settings), new Sql(database)), ring));
    }

    TinkDataKeys(KeyRing ring) {
        this.ring = ring;
    }

    @Override
    public Wrapped make(String id) {
        byte[] key = new byte[KEY];
        random.nextBytes(key);
        return wrap(key, id);
    }

    @Override
    public Wrapped renew(Wrapped key, String id) {
        return key.keyId().equals(ring.primary()) ? key : wrap(unwrap(key, id), id);
    }

    @Override
    public OutputStream encrypt(OutputStream to, Wrapped key, String id) throws IOException {
        try {
            return streaming(key, id).newEncryptingStream(to, bound(id));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public InputStream decrypt(InputStream from, Wrapped key, String id) throws IOException {
        try {
            return streaming(key, id).newDecryptingStream(from, bound(id));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private AesGcmHkdfStreaming streaming(Wrapped key, String id) throws GeneralSecurityException {
        return new AesGcmHkdfStreaming(unwrap(key, id), "HmacSha256", KEY, SEGMENT, 0);
    }

    private Wrapped wrap(byte[] key, String id) {
        KeyRing.Sealed sealed = ring.encrypt(key, id);
        return new Wrapped(sealed.keyId(), Base64.getEncoder().encodeToString(sealed.bytes()));
    }

    private byte[] unwrap(Wrapped key, String id) {
        try {
            return ring.decrypt(Base64.getDecoder().decode(key.text()), id);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new Unreadable(e);
        }
    }

    private static byte[] bound(String id) {
        return id.getBytes(StandardCharsets.UTF_8);
    }
}

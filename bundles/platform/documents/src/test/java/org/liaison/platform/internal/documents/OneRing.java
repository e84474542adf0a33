package org.liaison.platform.internal.documents;

import com.google.crypto.tink.subtle.AesGcmHkdfStreaming;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.liaison.platform.api.DataKeys;

/** Data keys whose wrapping is a name, and contents encrypted in earnest. */
final class OneRing implements DataKeys {
    final Set<String> disabled = new HashSet<>();
    String primary = "1";

    @Override
    public Wrapped make(String id) {
        return new Wrapped(primary, UUID.randomUUID().toString().replace("-", ""));
    }

    @Override
    public Wrapped renew(Wrapped key, String id) {
        return key.keyId().equals(primary) ? key : new Wrapped(primary, key.text());
    }

    @Override
    public OutputStream encrypt(OutputStream to, Wrapped key, String id) throws IOException {
        try {
            return streaming(key).newEncryptingStream(to, id.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public InputStream decrypt(InputStream from, Wrapped key, String id) throws IOException {
        if (disabled.contains(key.keyId())) {
            throw new Unreadable(null);
        }
        try {
            return streaming(key).newDecryptingStream(from, id.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static AesGcmHkdfStreaming streaming(Wrapped key) throws GeneralSecurityException {
        return new AesGcmHkdfStreaming(key.text().getBytes(StandardCharsets.US_ASCII), "HmacSha256", 32, 4096, 0);
    }
}

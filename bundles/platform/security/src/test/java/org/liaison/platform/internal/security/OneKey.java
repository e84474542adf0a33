package org.liaison.platform.internal.security;

import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.UUID;
import org.liaison.platform.api.DataKeys;

/** Data keys under one master key that a rotation replaces; what it encrypts is not clear, and bound to its id. */
final class OneKey implements DataKeys {
    String primary = UUID.randomUUID().toString().substring(0, 8);

    @Override
    public Wrapped make(String id) {
        return new Wrapped(primary, primary + "/" + id);
    }

    @Override
    public Wrapped renew(Wrapped key, String id) {
        return make(id);
    }

    @Override
    public OutputStream encrypt(OutputStream to, Wrapped key, String id) {
        return new FilterOutputStream(to) {
            @Override
            public void write(int clear) throws IOException {
                out.write(clear ^ id.length());
            }
        };
    }

    @Override
    public InputStream decrypt(InputStream from, Wrapped key, String id) {
        if (!key.text().equals(primary + "/" + id)) {
            throw new Unreadable(null);
        }
        return new FilterInputStream(from) {
            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                int read = in.read(into, offset, length);
                for (int i = offset; i < offset + read; i++) {
                    into[i] ^= (byte) id.length();
                }
                return read;
            }
        };
    }
}

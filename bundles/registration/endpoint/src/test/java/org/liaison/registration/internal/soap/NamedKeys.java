package org.liaison.registration.internal.soap;

import java.io.BufferedOutputStream;
import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.liaison.platform.api.DataKeys;

/** Data keys that turn every bit around: enough to see whether somebody forgets to use them. */
final class NamedKeys implements DataKeys {
    @Override
    public Wrapped make(String id) {
        return new Wrapped("1", "key of " + id);
    }

    @Override
    public Wrapped renew(Wrapped key, String id) {
        return key;
    }

    @Override
    public OutputStream encrypt(OutputStream to, Wrapped key, String id) {
        check(key, id);
        return new FilterOutputStream(new BufferedOutputStream(to)) {
            @Override
            public void write(int one) throws IOException {
                super.write(~one);
            }
        };
    }

    @Override
    public InputStream decrypt(InputStream from, Wrapped key, String id) {
        check(key, id);
        return new FilterInputStream(from) {
            @Override
            public int read() throws IOException {
                int one = super.read();
                return one < 0 ? one : ~one & 0xFF;
            }

            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                int read = super.read(into, offset, length);
                for (int i = offset; i < offset + read; i++) {
                    into[i] = (byte) ~into[i];
                }
                return read;
            }
        };
    }

    private static void check(Wrapped key, String id) {
        if (!key.equals(new Wrapped("1", "key of " + id))) {
            throw new Unreadable(null);
        }
    }
}

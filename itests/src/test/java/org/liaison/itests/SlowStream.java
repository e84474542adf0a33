package org.liaison.itests;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A body that takes its time: a first piece at once, the rest when the time is over. */
final class SlowStream extends FilterInputStream {
    private final long end;
    private boolean begun;

    SlowStream(InputStream in, int seconds) {
        super(in);
        end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    }

    @Override
    public int read(byte[] piece, int from, int length) throws IOException {
        if (!begun) {
            begun = true;
            return super.read(piece, from, Math.min(length, 16));
        }
        for (long left = end - System.nanoTime(); left > 0; left = end - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
        return super.read(piece, from, length);
    }
}

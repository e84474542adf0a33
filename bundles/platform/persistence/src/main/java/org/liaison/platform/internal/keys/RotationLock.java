package org.liaison.platform.internal.keys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.liaison.platform.api.Conflict;

/** One rotation at a time over all nodes that share the key folder; the lock of a killed process is gone with it. */
final class RotationLock {
    private final Path file;

    RotationLock(Path folder) {
        this.file = folder.resolve("rotation.lock");
    }

    /** Closing gives it back. @throws Conflict {@code ROTATION_RUNS} */
    AutoCloseable take() {
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!locked(channel)) {
                channel.close();
                throw new Conflict("ROTATION_RUNS", "另一次密钥轮换正在进行");
            }
            return channel;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }
}

package org.liaison.platform.internal.keys;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.liaison.platform.internal.store.KeyFile;
import org.liaison.platform.internal.store.Sql;
import org.liaison.platform.internal.store.SqlFailed;

/**
 * The folder of the keys. The database remembers which files were made: one that has gone, or a second node with a folder
 * of its own, must never get a new key in its place, because what the old one encrypted would be lost unnoticed.
 */
public final class KeyFolder {
    private final Path folder;
    private final Sql sql;

    public KeyFolder(Path folder, Sql sql) {
        this.folder = folder;
        this.sql = sql;
    }

    /**
     * The file with this name, made when this database never had one.
     *
     * @throws IllegalStateException when it was made before and is not there
     */
    public Path readOrMake(String name, Supplier<byte[]> fresh) {
        Path file = folder.resolve(name);
        boolean made = sql.number("SELECT COUNT(*) FROM platform.key_made WHERE name = ?", name) > 0;
        if (made && !Files.exists(file)) {
            throw new IllegalStateException(
                    "the key file " + name + " is missing: put it back from the copy of the keys");
        }
        KeyFile.readOrMake(file, fresh);
        if (!made) {
            remember(name);
        }
        return file;
    }

    private void remember(String name) {
        try {
            sql.update("INSERT INTO platform.key_made (name) VALUES (?)", name);
        } catch (SqlFailed e) {
            if (!e.duplicate()) {
                throw e;
            }
        }
    }
}

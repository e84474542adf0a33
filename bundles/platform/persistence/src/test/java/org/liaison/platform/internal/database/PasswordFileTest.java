package org.liaison.platform.internal.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class PasswordFileTest {
    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private Path file(String permissions) throws Exception {
        Path file = folder.newFile().toPath();
        Files.writeString(file, "密 word\n");
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    }

    @Test
    public void password_isTheFirstLine_whenOnlyTheOwnerReadsTheFile() throws Exception {
        assertThat(PasswordFile.read(file("rw-------"))).isEqualTo("密 word");
        assertThat(PasswordFile.read(file("r--------"))).isEqualTo("密 word");
    }

    @Test
    public void file_isRefused_whenOthersReadItOrItIsMissing() throws Exception {
        for (String open : new String[] {"rw-r-----", "rw----r--", "rw--w----"}) {
            Path file = file(open);
            assertThatThrownBy(() -> PasswordFile.read(file)).hasMessageContaining("chmod 600");
        }
        assertThatThrownBy(() -> PasswordFile.read(folder.getRoot().toPath().resolve("none")))
                .hasMessageContaining("no password file");
    }
}

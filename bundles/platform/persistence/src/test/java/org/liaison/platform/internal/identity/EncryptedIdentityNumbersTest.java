package org.liaison.platform.internal.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.liaison.platform.api.Invalid;
import org.liaison.platform.internal.store.LocalDatabase;
import org.liaison.platform.internal.store.Sql;

public class EncryptedIdentityNumbersTest {
    private static final String NUMBER = "11010519491231002X";

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private LocalDatabase database;
    private EncryptedIdentityNumbers numbers;

    @Before
    public void open() throws Exception {
        database = new LocalDatabase();
        numbers = new EncryptedIdentityNumbers(database, folder.getRoot().toPath());
    }

    @Test
    public void oneNumberHasOneReference_whenItIsTypedDifferently() {
        String reference = numbers.keep(null, NUMBER);
        assertThat(numbers.keep(null, " 11010519491231002x ")).isEqualTo(reference);
        assertThat(numbers.find(NUMBER)).contains(reference);
        assertThat(numbers.find("110105194912310021")).isEmpty();
    }

    @Test
    public void numberComesBackAfterRestart_andNeverStandsClearInTheTable() {
        String reference = numbers.keep(null, NUMBER);
        var again = new EncryptedIdentityNumbers(database, folder.getRoot().toPath());
        assertThat(again.reveal(List.of(reference, reference, "missing"))).isEqualTo(Map.of(reference, NUMBER));
        assertThat(new Sql(database)
                        .query(
                                0,
                                row -> row.getString(1) + row.getString(2),
                                "SELECT ciphertext, blind FROM platform.identity_number"))
                .singleElement()
                .asString()
                .doesNotContain(NUMBER);
    }

    @Test
    public void rowIsNotReadable_whenItsCiphertextWasMovedToAnother() throws Exception {
        String one = numbers.keep(null, NUMBER);
        String two = numbers.keep(null, "A1");
        database.execute(
                "UPDATE platform.identity_number SET ciphertext = (SELECT ciphertext FROM platform.identity_number"
                        + " WHERE id = '" + two + "') WHERE id = '" + one + "'");
        assertThatThrownBy(() -> numbers.reveal(List.of(one))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    public void keysAreForTheOwnerOnly() throws Exception {
        for (String key : List.of("identity.json", "identity-index.key")) {
            var file = folder.getRoot().toPath().resolve(key);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    public void numberIsRefused_whenItIsEmptyOrTooLong() {
        assertThatThrownBy(() -> numbers.keep(null, " ")).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> numbers.keep(null, "1".repeat(31))).isInstanceOf(Invalid.class);
    }
}

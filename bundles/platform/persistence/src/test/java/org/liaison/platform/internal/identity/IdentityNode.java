package org.liaison.platform.internal.identity;

import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.liaison.platform.api.EncryptedRows;
import org.liaison.platform.internal.store.Database;

/** The identity numbers of one node, for the tests of other packages. */
public final class IdentityNode {
    private final EncryptedIdentityNumbers numbers;

    public IdentityNode(Database database, Path keys) {
        numbers = new EncryptedIdentityNumbers(database, keys);
    }

    public EncryptedRows rows() {
        return numbers;
    }

    public String keep(String number) {
        return numbers.keep(null, number);
    }

    public Optional<String> find(String number) {
        return numbers.find(number);
    }

    public Map<String, String> reveal(Collection<String> references) {
        return numbers.reveal(references);
    }
}

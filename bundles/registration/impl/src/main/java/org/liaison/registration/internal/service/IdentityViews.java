package org.liaison.registration.internal.service;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.liaison.platform.api.Act;
import org.liaison.platform.api.Caller;
import org.liaison.platform.api.Done;
import org.liaison.platform.api.IdentityNumbers;
import org.liaison.platform.api.Invalid;
import org.liaison.platform.api.NotFound;
import org.liaison.platform.api.Operations;
import org.liaison.platform.api.Unit;
import org.liaison.registration.internal.store.ApplicationEntity;
import org.liaison.registration.internal.store.ApplicationRows;
import org.liaison.registration.internal.store.FormJson;
import org.liaison.registration.internal.store.Reach;

/**
 * Full view of one identity number (查看完整身份证号), domain page 6.2 rows 1 and 4. The number is read only after the record
 * with the reason is committed: whoever saw it stands in the audit trail, whatever fails afterwards.
 */
final class IdentityViews {
    private static final Pattern PATH = Pattern.compile("head\\.idNumber|deputies\\[\\d{1,3}]\\.idNumber");

    private final Operations operations;
    private final JpaTemplate jpa;
    private final IdentityNumbers numbers;

    IdentityViews(Operations operations, JpaTemplate jpa, IdentityNumbers numbers) {
        this.operations = operations;
        this.jpa = jpa;
        this.numbers = numbers;
    }

    String view(Caller caller, String id, String path, String reason) {
        if (path == null || !PATH.matcher(path).matches()) {
            throw Invalid.malformed("path", "PATH", "路径应为head.idNumber或deputies[序号].idNumber");
        }
        Reasons.check(reason, "查看完整身份证号");
        Act act = Act.of(RegistrationPermissions.IDENTITY_VIEW, "application/" + path, id, null);
        String reference = operations.run(caller, act, unit -> find(unit, id, path, reason), (scope, done) -> {
            throw new IllegalStateException("a view has no key and is never repeated");
        });
        return numbers.reveal(Set.of(reference)).get(reference);
    }

    private Done<String> find(Unit unit, String id, String path, String reason) {
        return jpa.txExpr(TransactionType.Required, manager -> {
            ApplicationEntity row = new ApplicationRows(manager)
                    .load(Reach.of(unit.caller(), unit.scope()), id)
                    .orElseThrow(NotFound::new);
            List<String> found = IdentityReferences.at(FormJson.read(row.form()), path);
            if (found.isEmpty()) {
                throw new NotFound();
            }
            return new Done<>(
                    found.get(0),
                    row.id(),
                    row.version(),
                    row.office().id(),
                    row.state().name(),
                    row.state().name(),
                    reason);
        });
    }
}

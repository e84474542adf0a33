package org.liaison.registration.internal.certificate;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.liaison.platform.api.Caller;
import org.liaison.platform.api.Operations;
import org.liaison.platform.api.rules.Code;
import org.liaison.platform.api.rules.RuleBook;
import org.liaison.registration.api.CertificateCheck;
import org.liaison.registration.api.CertificateCheck.Status;
import org.liaison.registration.api.CertificateState;
import org.liaison.registration.internal.store.CertificateRows;
import org.liaison.registration.internal.store.CertificateRows.Checked;

/** The check by token (查验). What was asked is never logged and never audited: the token is what opens the answer. */
final class CertificateChecks {
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{43}");
    /** Asked for in place of what cannot be a token, so that the same statement runs. */
    private static final String NONE = "-";

    private final Operations operations;
    private final JpaTemplate jpa;
    private final RuleBook book;
    private final Clock clock;

    CertificateChecks(Operations operations, JpaTemplate jpa, RuleBook book, Clock clock) {
        this.operations = operations;
        this.jpa = jpa;
        this.book = book;
        this.clock = clock;
    }

    CertificateCheck check(Caller caller, String token) {
        String asked = token != null && TOKEN.matcher(token).matches() ? token : NONE;
        Optional<Checked> found = operations.read(
                caller,
                CertificateWorkflow.CHECK,
                scope -> jpa.txExpr(TransactionType.Supports, manager -> new CertificateRows(manager).check(asked)));
        Instant now = clock.instant();
        return found.filter(row -> status(row.state()) != Status.NOT_FOUND)
                .map(row -> new CertificateCheck(
                        status(row.state()),
                        row.number(),
                        row.officeName(),
                        row.dispatcherName(),
                        row.hostCity(),
                        city(row.hostCity(), now),
                        row.issueDate(),
                        now))
                .orElseGet(() -> new CertificateCheck(Status.NOT_FOUND, null, null, null, null, null, null, now));
    }

    /** What is not handed over yet is nobody's business. */
    private static Status status(CertificateState state) {
        return switch (state) {
            case TO_PRINT, PRINTED -> Status.NOT_FOUND;
            case VALID -> Status.VALID;
            case SUPERSEDED -> Status.SUPERSEDED;
        };
    }

    private String city(String code, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, clock.getZone());
        return book.code("host-city", code, today).map(Code::label).orElse(code);
    }
}

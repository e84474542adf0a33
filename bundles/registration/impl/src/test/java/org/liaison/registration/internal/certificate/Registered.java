package org.liaison.registration.internal.certificate;

import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.liaison.platform.api.Accounts;
import org.liaison.platform.api.Act;
import org.liaison.platform.api.Caller;
import org.liaison.platform.api.Done;
import org.liaison.platform.api.Role;
import org.liaison.platform.api.Scope;
import org.liaison.platform.api.notice.Notices;
import org.liaison.platform.api.rules.RuleBook;
import org.liaison.registration.api.BlankForm;
import org.liaison.registration.api.Certificate;
import org.liaison.registration.api.CertificateFace;
import org.liaison.registration.api.Form;
import org.liaison.registration.api.Office;
import org.liaison.registration.internal.rules.CsvRuleBook;
import org.liaison.registration.internal.service.JpaOffices;
import org.liaison.registration.internal.service.OpenDoor;
import org.liaison.registration.internal.service.RegistrationPermissions;
import org.liaison.registration.internal.service.Samples;
import org.liaison.registration.internal.store.CertificateEntity;
import org.liaison.registration.internal.store.CertificateRows;
import org.liaison.registration.internal.store.OfficeEntity;
import org.liaison.registration.internal.store.OfficeRows;
import org.liaison.registration.internal.store.RegistrationDatabase;

/** Offices with certificates to be printed, and the service that leads them on. */
final class Registered {
    static final Instant NOW = Instant.parse("2026-03-02T01:00:00Z");
    static final Caller CLERK = Samples.caller("clerk", Role.CLK, Scope.ALL);

    final OpenDoor door = new OpenDoor();
    final Accounts accounts = mock(Accounts.class);
    final Notices notices = mock(Notices.class);
    final RuleBook book = new CsvRuleBook();
    final JpaCertificates certificates;
    private final RegistrationDatabase database;
    private int forms;

    Registered(RegistrationDatabase database, String publicUrl) {
        this.database = database;
        PublicSettings settings = mock(PublicSettings.class);
        when(settings.publicUrl()).thenReturn(publicUrl);
        Clock clock = Clock.fixed(NOW, ZoneId.of("Asia/Shanghai"));
        certificates = new JpaCertificates(door, accounts, book, notices, clock, database, null, settings);
    }

    /** A registered office with its first certificate; the sample tells which office. */
    Certificate first(int sample) {
        Form form = Samples.forms().get(sample);
        Office office = new JpaOffices(door, accounts, book, database, null)
                .open(CLERK, Samples.opening(form), null)
                .office();
        String number = "鲁驻登字第%s2026%04d号".formatted(office.hostCity(), sample + 1);
        return issue(office.id(), (unit, row) -> new CertificateIssue(book).first(unit, row, form, number));
    }

    /** The next version of an office, as a change will make it. */
    Certificate next(Certificate before) {
        String number = before.number().replace("号", "9号");
        CertificateFace face = new CertificateFace(
                "新名称",
                before.dispatcher(),
                before.nature(),
                before.establishmentLevel(),
                before.address(),
                before.head(),
                before.mainBusiness(),
                LocalDate.of(2026, 3, 2),
                before.issuer(),
                number,
                "n".repeat(42) + before.versionNo(),
                null);
        return issue(
                before.officeId(),
                (unit, row) -> new CertificateEntity(row, before.versionNo() + 1, "CHANGE", face, 1, unit.now()));
    }

    private interface Maker {
        CertificateEntity make(org.liaison.platform.api.Unit unit, OfficeEntity office);
    }

    private Certificate issue(String officeId, Maker maker) {
        String id = door.run(
                CLERK,
                Act.of(RegistrationPermissions.OFFICE_OPEN, "certificate", null, null),
                unit -> database.txExpr(manager -> {
                    OfficeEntity office =
                            new OfficeRows(manager).load(Scope.ALL, officeId).orElseThrow();
                    CertificateEntity made = maker.make(unit, office);
                    new CertificateRows(manager).add(made);
                    manager.flush();
                    return Done.of(made.id(), made.id(), made.version(), officeId);
                }),
                null);
        return certificates.get(CLERK, id);
    }

    Certificate print(Certificate certificate) {
        Certificate claimed = certificates.claim(CLERK, certificate.id(), certificate.version(), null);
        return certificates.print(CLERK, claimed.id(), claimed.version(), forms(claimed), null);
    }

    /** An unused blank form for every copy that has to be printed. */
    List<BlankForm> forms(Certificate certificate) {
        List<BlankForm> list = new ArrayList<>();
        certificate.copies().stream()
                .filter(copy -> copy.blankFormNo() == null)
                .forEach(copy -> list.add(new BlankForm(copy.id(), "KB-%06d".formatted(++forms))));
        return list;
    }

    String token(Certificate certificate) {
        return database.txExpr(manager -> new CertificateRows(manager)
                .load(Scope.ALL, certificate.id())
                .orElseThrow()
                .token());
    }
}

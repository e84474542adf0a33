package org.liaison.registration.internal.certificate;

import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.liaison.platform.api.Unit;
import org.liaison.platform.api.rules.Code;
import org.liaison.platform.api.rules.Division;
import org.liaison.platform.api.rules.RuleBook;
import org.liaison.registration.api.CertificateEvent;
import org.liaison.registration.api.CertificateFace;
import org.liaison.registration.api.Form;
import org.liaison.registration.internal.store.CertificateEntity;
import org.liaison.registration.internal.store.OfficeEntity;

/** Makes the versions of certificates: the face as the register has it on that day, a token nobody can guess, the copies. */
public final class CertificateIssue {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int TOKEN_BYTES = 32;

    private final RuleBook book;

    public CertificateIssue(RuleBook book) {
        this.book = book;
    }

    /**
     * The first certificate of an office, to be printed; inside the approval's transaction.
     *
     * @param number certificate number drawn by the approval
     */
    public CertificateEntity first(Unit unit, OfficeEntity office, Form form, String number) {
        CertificateWorkflow.TABLE.fire(null, CertificateEvent.ISSUE);
        LocalDate today = unit.today();
        CertificateFace face = new CertificateFace(
                form.name() == null ? office.name() : form.name(),
                office.dispatcher().name(),
                label("nature", form.nature(), today),
                label("establishment-level", form.establishmentLevel(), today),
                address(office.hostCity(), form.address(), today),
                form.head() == null ? null : form.head().name(),
                form.mainBusiness(),
                today,
                book.setting("certificate.issuer", today),
                number,
                token(),
                null);
        int duplicates = book.number("certificate.duplicates", today);
        return new CertificateEntity(office, 1, "INITIAL", face, duplicates, unit.now());
    }

    private String label(String list, String code, LocalDate day) {
        return code == null ? null : book.code(list, code, day).map(Code::label).orElse(code);
    }

    /** City, district and street, null when there is no street; what the street begins with already is not said twice. */
    private String address(String city, Form.Address address, LocalDate day) {
        if (address == null || address.text() == null) {
            return null;
        }
        String text = address.text();
        List<String> names = Stream.of(city, address.district())
                .filter(Objects::nonNull)
                .map(code -> book.division(code, day).map(Division::name).orElse(""))
                .filter(name -> !text.contains(name))
                .toList();
        return names.stream().collect(Collectors.joining()) + text;
    }

    private static String token() {
        byte[] token = new byte[TOKEN_BYTES];
        RANDOM.nextBytes(token);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }
}

package org.liaison.registration.internal.certificate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.persistence.EntityManager;
import org.liaison.platform.api.Caller;
import org.liaison.platform.api.Invalid;
import org.liaison.platform.api.Unit;
import org.liaison.platform.api.Violation;
import org.liaison.platform.api.rules.FreeText;
import org.liaison.registration.api.Certificate;
import org.liaison.registration.api.Certificate.Receipt;
import org.liaison.registration.api.CertificateEvent;
import org.liaison.registration.api.Handover;
import org.liaison.registration.internal.store.CertificateEntity;
import org.liaison.registration.internal.store.CertificateRows;
import org.liaison.registration.internal.store.CopyEntity;

/** The hand-over (发证): a receipt, the certificate in force, and the one before out of force in the same transaction. */
final class CertificateHandover {
    private static final int LONGEST_NAME = 50;

    private final CertificateCases cases;

    CertificateHandover(CertificateCases cases) {
        this.cases = cases;
    }

    Certificate handOver(Caller caller, String id, long version, Handover handover, String key) {
        return cases.fire(
                caller,
                CertificateEvent.HAND_OVER,
                id,
                version,
                key,
                (unit, manager, row) -> handOver(unit, manager, row, handover),
                handover);
    }

    private static String handOver(Unit unit, EntityManager manager, CertificateEntity row, Handover handover) {
        Receipt receipt = receipt(unit, row, handover);
        Optional<CertificateEntity> before = new CertificateRows(manager).live(row.office());
        settle(before.map(CertificateEntity::copies).orElse(List.of()), handover);
        before.ifPresent(old -> {
            old.moveTo(CertificateWorkflow.TABLE.fire(old.state(), CertificateEvent.SUPERSEDE));
            old.touch(unit.now());
            // the old one must be out of force before the new one comes into it: one of them an office
            manager.flush();
        });
        row.receive(receipt);
        row.office().certify(row.number());
        return before.map(old -> "前证作废：" + old.number()).orElse(null);
    }

    private static Receipt receipt(Unit unit, CertificateEntity row, Handover handover) {
        List<Violation> wrong = new ArrayList<>();
        String receiver = handover.receiver() == null ? "" : handover.receiver().strip();
        if (receiver.isEmpty()) {
            wrong.add(new Violation("receiver", "REQUIRED", "领证人必须填写"));
        } else if (receiver.codePointCount(0, receiver.length()) > LONGEST_NAME) {
            wrong.add(new Violation("receiver", "TEXT_TOO_LONG", "领证人不得超过" + LONGEST_NAME + "个字符"));
        }
        FreeText.identityNumber("receiver", receiver).ifPresent(wrong::add);
        LocalDate day = handover.receivedOn();
        if (day == null) {
            wrong.add(new Violation("receivedOn", "REQUIRED", "领证日期必须填写"));
        } else if (day.isAfter(unit.today())) {
            wrong.add(new Violation("receivedOn", "DATE_FUTURE", "领证日期不得晚于今天"));
        } else if (day.isBefore(row.issueDate())) {
            wrong.add(new Violation("receivedOn", "DATE_ORDER", "领证日期不得早于发证日期"));
        }
        if (!wrong.isEmpty()) {
            throw new Invalid(wrong);
        }
        return new Receipt(receiver, day, unit.caller().account());
    }

    /** Every copy of the certificate before came back or is declared lost; nothing else is named. */
    private static void settle(List<CopyEntity> copies, Handover handover) {
        Set<String> returned = new HashSet<>(handover.returnedCopies());
        Set<String> lost = new HashSet<>(handover.lostCopies());
        Set<String> out = new HashSet<>();
        copies.forEach(copy -> out.add(copy.id()));
        Set<String> named = new HashSet<>(returned);
        named.addAll(lost);
        if (named.size() != returned.size() + lost.size() || !out.containsAll(named)) {
            throw new Invalid("returnedCopies", "COPIES_UNKNOWN", "收回或遗失的应为前证的正本、副本，且每份只填一次");
        }
        if (!named.containsAll(out)) {
            throw new Invalid("returnedCopies", "COPIES_OUT", "前证的正本、副本应全部收回或声明遗失");
        }
        copies.forEach(copy -> copy.end(returned.contains(copy.id()), handover.receivedOn()));
    }
}

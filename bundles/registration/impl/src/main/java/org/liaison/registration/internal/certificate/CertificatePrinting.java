package org.liaison.registration.internal.certificate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import javax.persistence.EntityManager;
import org.liaison.platform.api.Caller;
import org.liaison.platform.api.Conflict;
import org.liaison.platform.api.Invalid;
import org.liaison.platform.api.Unit;
import org.liaison.platform.api.Violation;
import org.liaison.platform.api.rules.FreeText;
import org.liaison.platform.api.rules.Normalisation;
import org.liaison.registration.api.BlankForm;
import org.liaison.registration.api.Certificate;
import org.liaison.registration.api.CertificateEvent;
import org.liaison.registration.internal.store.CertificateEntity;
import org.liaison.registration.internal.store.CertificateRows;
import org.liaison.registration.internal.store.CopyEntity;

/** Copies onto blank forms (制证) and waste sheets (登记废证); the database lets a blank form be used once. */
final class CertificatePrinting {
    private static final Pattern FORM_NO = Pattern.compile("[0-9A-Z-]{1,30}");
    private static final int LONGEST_REASON = 200;
    private static final int MOST_FORMS = 100;

    private final CertificateCases cases;
    private final Optional<PublicAddress> address;

    CertificatePrinting(CertificateCases cases, Optional<PublicAddress> address) {
        this.cases = cases;
        this.address = address;
    }

    Certificate print(Caller caller, String id, long version, List<BlankForm> forms, String key) {
        Map<String, String> sheets = read(forms);
        return cases.fire(
                caller,
                CertificateEvent.PRINT,
                id,
                version,
                key,
                (unit, manager, row) -> print(unit, manager, row, sheets),
                sheets);
    }

    private String print(Unit unit, EntityManager manager, CertificateEntity row, Map<String, String> sheets) {
        if (address.isEmpty()) {
            throw new Conflict("PUBLIC_URL_MISSING", "平台未设置公开网址，查验二维码无法生成，不能制证；请平台运维设置LIAISON_PUBLIC_URL");
        }
        List<CopyEntity> copies =
                row.copies().stream().filter(copy -> !copy.printed()).toList();
        Set<String> wanted = new HashSet<>();
        copies.forEach(copy -> wanted.add(copy.id()));
        if (!wanted.equals(sheets.keySet())) {
            throw new Invalid("forms", "COPIES", "待制的每份正本、副本应各填一个空白证编号，不得多填");
        }
        CertificateRows rows = new CertificateRows(manager);
        for (CopyEntity copy : copies) {
            String formNo = sheets.get(copy.id());
            if (rows.used(formNo)) {
                throw new Conflict("FORM_USED", "空白证编号" + formNo + "已使用过");
            }
            copy.print(formNo, unit.caller().account(), unit.now());
        }
        return String.join(",", sheets.values());
    }

    Certificate spoil(Caller caller, String id, long version, String formNo, String reason, String key) {
        String form = Normalisation.code(formNo == null ? "" : formNo);
        String why = reason == null ? "" : reason.strip();
        if (why.isEmpty()) {
            throw new Invalid("reason", "REQUIRED", "废证原因必须填写");
        }
        if (why.length() > LONGEST_REASON) {
            throw new Invalid("reason", "TEXT_TOO_LONG", "废证原因不得超过" + LONGEST_REASON + "个字符");
        }
        FreeText.identityNumber("reason", why).ifPresent(found -> {
            throw new Invalid(List.of(found));
        });
        return cases.fire(
                caller,
                CertificateEvent.SPOIL,
                id,
                version,
                key,
                (unit, manager, row) -> {
                    boolean found = false;
                    for (CopyEntity copy : row.copies()) {
                        found |= copy.spoil(form, caller.account(), unit.now(), why);
                    }
                    if (!found) {
                        throw new Invalid("formNo", "FORM_UNKNOWN", "本证没有以此空白证编号制成的正本或副本");
                    }
                    return form + ":" + why;
                },
                form,
                why);
    }

    /** By copy. @throws Invalid with every path that is wrong */
    private static Map<String, String> read(List<BlankForm> forms) {
        if (forms == null || forms.isEmpty() || forms.size() > MOST_FORMS) {
            throw new Invalid("forms", "REQUIRED", "请填写每份正本、副本的空白证编号");
        }
        Map<String, String> sheets = new TreeMap<>();
        List<Violation> wrong = new ArrayList<>();
        for (int i = 0; i < forms.size(); i++) {
            BlankForm form = forms.get(i);
            String path = "forms[" + i + "]";
            String formNo = form == null || form.formNo() == null ? "" : Normalisation.code(form.formNo());
            if (form == null || form.copyId() == null) {
                wrong.add(new Violation(path + ".copyId", "REQUIRED", "请指明是哪一份正本或副本"));
            } else if (!FORM_NO.matcher(formNo).matches()) {
                wrong.add(new Violation(path + ".formNo", "FORM_NO", "空白证编号应为1至30个字母、数字或连字符"));
            } else if (sheets.containsValue(formNo)) {
                wrong.add(new Violation(path + ".formNo", "FORM_TWICE", "同一空白证编号只能用于一份"));
            } else if (sheets.put(form.copyId(), formNo) != null) {
                wrong.add(new Violation(path + ".copyId", "COPY_TWICE", "同一份正本或副本只能填一个空白证编号"));
            }
        }
        if (!wrong.isEmpty()) {
            throw new Invalid(wrong);
        }
        return sheets;
    }
}

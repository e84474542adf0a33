package org.liaison.registration.internal.rules;

import java.util.Optional;
import java.util.Set;
import org.liaison.platform.api.rules.Division;
import org.liaison.platform.api.rules.Normalisation;
import org.liaison.platform.api.rules.Uscc;
import org.liaison.registration.api.Form;

/** The dispatching unit (派出单位): scope (O-06) and what bulletins need; domain pages 2.2, 2.3, 2.18. */
final class DispatcherRules {
    /** Departments (党委职能部门, 政府职能部门) name the committee or government above them. */
    private static final Set<String> DEPARTMENTS = Set.of("3", "4");
    /** 其他（存量）: only offices of old may keep it. */
    private static final String KIND_OF_OLD = "9";
    /** 中央（存量）. */
    private static final String LEVEL_OF_OLD = "0";
    /** 新疆生产建设兵团 has no code of GB/T 2260; this one is ours and never leaves as one of the standard. */
    private static final String CORPS_KIND = "8";

    private static final String CORPS_DIVISION = "660000";
    private static final String OWN_PROVINCE = "37";

    private DispatcherRules() {}

    /** What an office is opened with. */
    static void named(Form.Dispatcher d, Place form) {
        if (!form.present("dispatcher", d)) {
            return;
        }
        Place place = form.at("dispatcher");
        unit(place, d.name(), d.kind(), d.level(), d.division(), d.uscc());
        if (KIND_OF_OLD.equals(d.kind())) {
            place.refuse("kind", "OUT_OF_SCOPE", "派出单位应为党委、政府或其职能部门");
        }
        if (LEVEL_OF_OLD.equals(d.level())) {
            place.refuse("level", "OUT_OF_SCOPE", "中央单位派驻的机构不属于备案登记范围");
        }
        if (DEPARTMENTS.contains(String.valueOf(d.kind())) && place.present("superior", d.superior())) {
            Form.Superior above = d.superior();
            unit(place.at("superior"), above.name(), above.kind(), above.level(), above.division(), above.uscc());
            if (DEPARTMENTS.contains(String.valueOf(above.kind())) || KIND_OF_OLD.equals(above.kind())) {
                place.at("superior").refuse("kind", "SUPERIOR_KIND", "上级单位应为党委、政府或兵团");
            }
        }
    }

    /** The same with what is kept of its contact, which is asked for later. */
    static void opening(Form.Dispatcher d, Place form) {
        named(d, form);
        if (d == null) {
            return;
        }
        Place place = form.at("dispatcher");
        place.optional("supervisingDepartment", d.supervisingDepartment(), 120);
        if (d.contact() != null) {
            Place contact = place.at("contact");
            contact.optional("name", d.contact().name(), 120);
            contact.optional("phone", d.contact().phone(), 40);
            contact.optional("address", d.contact().address(), 200);
            if (d.contact().postcode() != null) {
                OfficeRules.postcode(contact, d.contact().postcode());
            }
        }
    }

    /** What a filing needs besides. */
    static void whole(Form.Dispatcher d, Place form) {
        named(d, form);
        if (d == null) {
            return;
        }
        Place place = form.at("dispatcher");
        place.optional("supervisingDepartment", d.supervisingDepartment(), 120);
        if (place.present("contact", d.contact())) {
            Place contact = place.at("contact");
            PersonRules.name("name", d.contact().name(), contact);
            OfficeRules.phone(contact, "phone", d.contact().phone());
            contact.text("address", d.contact().address(), 200);
            OfficeRules.postcode(contact, d.contact().postcode());
        }
    }

    /** Units of the own province are asked for the provincial government's approval; a missing one only warns. */
    static void ownProvince(Filing filing, Place form) {
        Form.Dispatcher d = filing.form().dispatcher();
        String no = filing.form().provincialApprovalNo();
        form.optional("provincialApprovalNo", no, 60);
        boolean own = d != null && d.division() != null && d.division().startsWith(OWN_PROVINCE);
        if (own && (no == null || Normalisation.text(no).isEmpty())) {
            form.warn("provincialApprovalNo", "PROVINCIAL_APPROVAL", "本省单位派驻的，应填写省级政府批准文号");
        }
    }

    private static void unit(Place place, String name, String kind, String level, String division, String uscc) {
        place.text("name", name, 120);
        place.code("kind", kind, "dispatcher-kind");
        place.code("level", level, "dispatcher-level");
        boolean corps = CORPS_KIND.equals(kind) && CORPS_DIVISION.equals(division);
        if (place.present("division", division) && !corps) {
            Optional<Division> found = place.book().division(division, place.today());
            if (found.isEmpty() || found.get().pseudo()) {
                place.refuse("division", "DIVISION_UNKNOWN", "应为现行有效的行政区划代码，且不得为市辖区");
            }
        }
        if (uscc != null && !Normalisation.text(uscc).isEmpty()) {
            place.take("uscc", Uscc.parse(uscc).checked());
        }
    }
}

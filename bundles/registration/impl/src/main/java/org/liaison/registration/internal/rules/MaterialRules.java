package org.liaison.registration.internal.rules;

import java.util.Optional;
import org.liaison.platform.api.rules.Code;
import org.liaison.registration.api.Application.Material;
import org.liaison.registration.api.Form;

/** The materials of regulation 三（二）1 to 5: each is there with a file; domain page 2.7. */
final class MaterialRules {
    private static final String LETTER = "M1";
    private static final String APPOINTMENT = "M3a";
    private static final String ID_COPY = "M3c";
    private static final String COMMITMENT = "M4";

    private MaterialRules() {}

    static void complete(Filing filing, Place form) {
        Place place = form.at("materials");
        for (Code code : form.book().codes("material", form.today())) {
            Optional<Material> found = find(filing, code.code());
            if (found.isEmpty()
                    || found.get().files() == null
                    || found.get().files().isEmpty()) {
                place.refuse(code.code(), "MATERIAL_MISSING", "缺少材料：" + code.label());
            } else if (ID_COPY.equals(code.code()) && oneSide(found.get())) {
                place.refuse(ID_COPY, "ID_COPY_ONE_SIDE", "身份证复印件应含正面和反面");
            }
        }
    }

    /** Number and day beside a file speak of the same paper as the form; a difference warns, the clerk sees the scan. */
    static void sameAsForm(Filing filing, Place form) {
        Form f = filing.form();
        if (f.letter() != null) {
            compare(filing, form, LETTER, f.letter().no());
        }
        if (f.commitment() != null) {
            compare(filing, form, COMMITMENT, f.commitment().no());
        }
        if (f.head() != null && f.head().appointment() != null) {
            compare(filing, form, APPOINTMENT, f.head().appointment().no());
        }
    }

    private static void compare(Filing filing, Place form, String code, String no) {
        Optional<String> said = find(filing, code).map(Material::documentNo).filter(s -> !s.isBlank());
        if (no != null && said.isPresent() && !Names.same(said.get(), no)) {
            form.at("materials").warn(code, "DOCUMENT_NUMBER_DIFFERS", "材料文号与申请表所填文号不一致，请核对");
        }
    }

    /** One image is one side; one document of pages may hold both. */
    private static boolean oneSide(Material copy) {
        String type = copy.files().get(0).mediaType();
        return copy.files().size() == 1 && type != null && type.startsWith("image/");
    }

    private static Optional<Material> find(Filing filing, String code) {
        return filing.materials().stream().filter(m -> code.equals(m.code())).findFirst();
    }
}

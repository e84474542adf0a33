package org.liaison.registration.internal.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.liaison.platform.api.Violation;
import org.liaison.platform.api.rules.RuleBook;
import org.liaison.registration.api.Application.Material;

/** The pre-check in one sentence, as a clerk would say it at the counter: what is there, what is missing, what is wrong. */
public final class Summary {
    private static final Map<String, String> LETTER = Map.of(
            "letter.name", "名称",
            "letter.nature", "机构性质",
            "letter.mainBusiness", "主要业务",
            "letter.establishmentLevel", "建制级别",
            "letter.staffingQuota", "人员编制");

    private Summary() {}

    /** @param today the day in Asia/Shanghai */
    public static String of(Findings findings, List<Material> materials, RuleBook book, LocalDate today) {
        // the regulation counts five; the head's three papers are one of them
        List<String> asked = book.codes("material", today).stream()
                .map(code -> number(code.code()))
                .distinct()
                .toList();
        List<String> missing = findings.violations().stream()
                .map(Violation::path)
                .filter(path -> path.startsWith("materials."))
                .map(path -> number(path.substring("materials.".length())))
                .distinct()
                .toList();
        List<String> parts = new ArrayList<>();
        parts.add(asked.size() + "件材料已备" + (asked.size() - missing.size()) + "件");
        List<String> letter = findings.violations().stream()
                .filter(v -> v.code().equals("REQUIRED"))
                .flatMap(v -> Optional.ofNullable(LETTER.get(v.path())).stream())
                .map(label -> "“" + label + "”")
                .toList();
        if (!letter.isEmpty()) {
            parts.add("公函缺" + String.join("、", letter));
        }
        long wrong = findings.violations().stream()
                .filter(v -> !v.path().startsWith("materials."))
                .filter(v -> !(v.code().equals("REQUIRED") && LETTER.containsKey(v.path())))
                .count();
        if (wrong > 0) {
            parts.add("另有" + wrong + "处须补填或改正");
        }
        if (!findings.warnings().isEmpty()) {
            parts.add("有" + findings.warnings().size() + "处提示，不影响提交");
        }
        parts.add(findings.violations().isEmpty() ? "可以提交" : "暂不能提交");
        return String.join("；", parts);
    }

    private static String number(String material) {
        return material.substring(0, Math.min(2, material.length()));
    }
}

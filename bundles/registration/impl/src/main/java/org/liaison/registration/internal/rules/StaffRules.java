package org.liaison.registration.internal.rules;

import java.util.List;
import java.util.Objects;
import org.liaison.registration.api.Form;

/** Posts and people: quota by kind, leaders, internal departments (O-28 to O-30); domain page 2.4. */
final class StaffRules {
    private static final int MOST_POSTS = 999;
    private static final int MOST_PEOPLE = 9999;

    private StaffRules() {}

    static void quota(Filing filing, Place form) {
        Form f = filing.form();
        if (form.present("staffingQuota", f.staffingQuota())) {
            for (int i = 0; i < f.staffingQuota().size(); i++) {
                Form.Quota quota = f.staffingQuota().get(i);
                Place row = form.row("staffingQuota", i);
                row.code("kind", quota.kind(), "quota-kind");
                row.count("number", quota.number(), MOST_POSTS);
                row.text("approvalNo", quota.approvalNo(), 60);
            }
        }
        form.count("hired", f.hired(), MOST_PEOPLE);
        if (form.count("staffInPost", f.staffInPost(), MOST_PEOPLE) && f.staffInPost() > posts(f.staffingQuota())) {
            form.warn("staffInPost", "OVER_QUOTA", "实有人数超过人员编制总数");
        }
        int leaders = 1 + (f.deputies() == null ? 0 : f.deputies().size());
        if (form.optionalCount("leaderQuota", f.leaderQuota(), MOST_POSTS)
                && f.leaderQuota() != null
                && leaders > f.leaderQuota()) {
            form.warn("leaderQuota", "OVER_QUOTA", "负责人和副职人数超过领导职数");
        }
    }

    static void departments(Filing filing, Place form) {
        List<Form.Department> departments = filing.form().departments();
        for (int i = 0; departments != null && i < departments.size(); i++) {
            Place row = form.row("departments", i);
            row.text("name", departments.get(i).name(), 120);
            row.optionalCount("quota", departments.get(i).quota(), MOST_POSTS);
            row.optional("approvalNo", departments.get(i).approvalNo(), 60);
        }
    }

    private static int posts(List<Form.Quota> rows) {
        return rows == null
                ? 0
                : rows.stream()
                        .map(Form.Quota::number)
                        .filter(Objects::nonNull)
                        .mapToInt(Integer::intValue)
                        .sum();
    }
}

package org.liaison.platform.api;

import java.util.Arrays;
import java.util.Optional;
import org.liaison.platform.api.workflow.Labelled;

/**
 * What a program may be let into (接口范围), domain page 6.3.7. Which operations a scope holds stands in the permission tables;
 * an operation in none of a program's scopes is refused to it, whatever its role.
 */
public enum ApiScope implements Labelled {
    /** Read the register of offices. */
    OFFICE_READ("office.read", "读取办事机构登记信息"),
    /** Check a certificate. */
    CERTIFICATE_VERIFY("certificate.verify", "核验备案证书"),
    /** Push applications as drafts and read one's own. */
    APPLICATION_PUSH("application.push", "推送备案申请草稿"),
    /** Poll for what changed. */
    CHANGES_POLL("changes.poll", "查询变更"),
    /** Push annual reports as drafts. */
    REPORT_PUSH("report.push", "推送年度报告草稿");

    private final String code;
    private final String label;

    ApiScope(String code, String label) {
        this.code = code;
        this.label = label;
    }

    /** The scope as commands and records name it. */
    public String code() {
        return code;
    }

    @Override
    public String label() {
        return label;
    }

    public static Optional<ApiScope> of(String code) {
        return Arrays.stream(values()).filter(scope -> scope.code.equals(code)).findFirst();
    }
}

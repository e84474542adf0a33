package org.liaison.platform.internal.console;

import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.liaison.platform.api.Callers;
import org.liaison.platform.api.audit.AuditFilter;
import org.liaison.platform.api.audit.AuditSearch;

/** What the commands about the audit trail share: which records. */
abstract class AuditAction extends PlatformAction {
    @Option(name = "--account", description = "办理人的账户名")
    String account;

    @Option(name = "--from", description = "第一日，如 2026-12-01")
    String from;

    @Option(name = "--to", description = "最后一日，如 2026-12-31")
    String to;

    @Option(name = "--operation", description = "操作，如 platform.login；身份证号全文查看为 registration.identity.view")
    String operation;

    @Option(name = "--object", description = "事项编号")
    String object;

    @Option(name = "--result", description = "结果：OK、REFUSED 或 FAILED")
    String result;

    @Reference(optional = true)
    Callers callers;

    @Reference(optional = true)
    AuditSearch search;

    final AuditFilter filter() {
        return new AuditFilter(
                account, AccountAction.day("from", from), AccountAction.day("to", to), operation, object, result);
    }
}

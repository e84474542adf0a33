package org.liaison.platform.internal.console;

import java.io.PrintStream;
import java.util.Objects;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.liaison.platform.api.Callers;
import org.liaison.platform.api.Page;
import org.liaison.platform.api.PageRequest;
import org.liaison.platform.api.audit.AuditEntry;
import org.liaison.platform.api.audit.AuditFilter;
import org.liaison.platform.api.audit.AuditSearch;

/** {@code platform:audit-search}: records of the audit trail, the newest first. */
@Service
@Command(scope = "platform", name = "audit-search", description = "审计查询，新的在前")
public final class AuditSearchCommand extends PlatformAction {
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

    @Option(name = "--limit", description = "行数，1至200")
    int limit = PageRequest.DEFAULT;

    @Option(name = "--after", description = "从上一页给出的位置继续")
    String after;

    @Reference(optional = true)
    Callers callers;

    @Reference(optional = true)
    AuditSearch search;

    @Override
    void run(PrintStream out) {
        AuditFilter filter =
                new AuditFilter(account, AccountAction.day(from), AccountAction.day(to), operation, object, result);
        Page<AuditEntry> page = there(search).search(caller(callers), filter, new PageRequest(limit, after));
        print(
                out,
                page,
                one -> new String[] {
                    one.at().toString(),
                    one.account(),
                    text(one.acting()),
                    one.channel(),
                    text(one.source()),
                    one.operation(),
                    one.subject() + " " + text(one.subjectId()),
                    one.result(),
                    text(one.reason())
                },
                "时间",
                "账户",
                "身份",
                "渠道",
                "来源",
                "操作",
                "事项",
                "结果",
                "理由");
    }

    private static String text(String value) {
        return Objects.toString(value, "");
    }
}

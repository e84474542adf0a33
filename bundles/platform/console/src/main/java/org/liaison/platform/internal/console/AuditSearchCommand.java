package org.liaison.platform.internal.console;

import java.io.PrintStream;
import java.util.Objects;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.liaison.platform.api.Page;
import org.liaison.platform.api.PageRequest;
import org.liaison.platform.api.audit.AuditEntry;

/** {@code platform:audit-search}: records of the audit trail, the newest first. */
@Service
@Command(scope = "platform", name = "audit-search", description = "审计查询，新的在前")
public final class AuditSearchCommand extends AuditAction {
    @Option(name = "--limit", description = "行数，1至200")
    int limit = PageRequest.DEFAULT;

    @Option(name = "--after", description = "从上一页给出的位置继续")
    String after;

    @Override
    void run(PrintStream out) {
        Page<AuditEntry> page = there(search).search(caller(callers), filter(), new PageRequest(limit, after));
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

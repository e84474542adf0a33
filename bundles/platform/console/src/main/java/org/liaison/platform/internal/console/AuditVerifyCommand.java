package org.liaison.platform.internal.console;

import java.io.PrintStream;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.liaison.platform.api.AuditTrail;
import org.liaison.platform.api.Callers;
import org.liaison.platform.api.Operations;
import org.liaison.platform.api.console.JsonText;
import org.liaison.platform.api.console.WideTable;

/** {@code platform:audit-verify}: proves the audit trail and names each row that is not as it was written. */
@Service
@Command(scope = "platform", name = "audit-verify", description = "验证审计记录是否完整、未被改动")
public final class AuditVerifyCommand extends PlatformAction {
    @Reference(optional = true)
    Callers callers;

    @Reference(optional = true)
    Operations operations;

    @Reference(optional = true)
    AuditTrail trail;

    @Override
    void run(PrintStream out) {
        AuditTrail.Proof proof = there(operations).read(caller(callers), "platform.audit.verify", scope -> there(trail)
                .verify(done -> {
                    if (!json) {
                        out.println("已验证 " + done + " 条");
                    }
                }));
        if (json) {
            out.println(JsonText.of(proof));
            return;
        }
        if (!proof.faults().isEmpty()) {
            WideTable table = new WideTable("类别", "记录", "情况");
            proof.faults().forEach(fault -> table.row(fault.kind(), fault.row(), fault.text()));
            print(out, table);
        }
        out.println("共验证 " + proof.records() + " 条，未封存 " + proof.unsealed().size() + " 条，"
                + (proof.faults().isEmpty()
                        ? "审计记录完整"
                        : "发现问题 " + proof.faults().size() + " 处"));
    }
}

package org.liaison.platform.internal.console;

import java.io.PrintStream;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.liaison.platform.api.Callers;
import org.liaison.platform.api.console.JsonText;
import org.liaison.platform.api.console.WideTable;
import org.liaison.platform.api.permission.Permissions;
import org.liaison.platform.api.permission.Permissions.Answer;

/** {@code platform:may}: whether an account may call an operation, and which row says so. */
@Service
@Command(scope = "platform", name = "may", description = "权限核查：某账户能否进行某操作，依据权限表的哪一行")
public final class MayCommand extends PlatformAction {
    @Argument(index = 0, name = "account", required = true, description = "账户名")
    String account;

    @Argument(
            index = 1,
            name = "operation",
            required = true,
            description = "操作：权限表中的名称，如registration.application.approve")
    String operation;

    @Argument(index = 2, name = "id", description = "编号：还查该编号是否在账户的范围之内；不存在的与范围之外的答复相同")
    String id;

    @Reference(optional = true)
    Callers callers;

    @Reference(optional = true)
    Permissions permissions;

    @Override
    void run(PrintStream out) {
        Answer answer = there(permissions).may(caller(callers), account, operation, id);
        if (json) {
            out.println(JsonText.of(answer));
            return;
        }
        out.println((answer.allowed() ? "可以" : "不可以") + "：" + account + " " + operation);
        if (answer.why() != null) {
            out.println(answer.why());
        }
        if (!answer.bindings().isEmpty()) {
            print(out, table(answer));
        }
    }

    static WideTable table(Answer answer) {
        WideTable table = new WideTable("办理身份", "能否", "依据");
        answer.bindings().forEach(one -> table.row(one.acting(), one.allowed() ? "可以" : "不可以", one.why()));
        return table;
    }
}

package org.liaison.platform.internal.console;

import java.io.PrintStream;
import java.util.Locale;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.liaison.platform.api.Caller;
import org.liaison.platform.api.Operations;
import org.liaison.platform.api.account.AccountRequest;
import org.liaison.platform.api.account.RequestEvent;

/** A step on a request, on the version that the operator sees now. */
abstract class RequestStep extends AccountAction {
    @Argument(index = 0, name = "request", required = true, description = "申请编号")
    String id;

    @Option(name = "--dry-run", description = "只检查权限并显示申请，不办理")
    boolean dryRun;

    @Reference(optional = true)
    Operations operations;

    private final RequestEvent event;

    RequestStep(RequestEvent event) {
        this.event = event;
    }

    @Override
    final void run(PrintStream out) {
        Caller caller = caller();
        AccountRequest seen = there(requests).get(caller, id);
        if (dryRun) {
            String operation = "platform.account-request."
                    + event.name().toLowerCase(Locale.ROOT).replace('_', '-');
            String checked = there(operations).read(caller, operation, own -> "未办理" + event.label() + "。" + line(seen));
            out.println(checked);
            return;
        }
        run(out, caller, seen);
    }

    abstract void run(PrintStream out, Caller caller, AccountRequest seen);
}

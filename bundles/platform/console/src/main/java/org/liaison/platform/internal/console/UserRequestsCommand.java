package org.liaison.platform.internal.console;

import java.io.PrintStream;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.liaison.platform.api.Page;
import org.liaison.platform.api.PageRequest;
import org.liaison.platform.api.account.AccountRequest;
import org.liaison.platform.api.account.RequestState;

/** {@code platform:user-requests}: requests for accounts and roles, the newest first. */
@Service
@Command(scope = "platform", name = "user-requests", description = "账户申请列表，新的在前")
public final class UserRequestsCommand extends AccountAction {
    @Option(name = "--state", description = "状态：REQUESTED、APPROVED、DONE、REJECTED 或 WITHDRAWN")
    String state;

    @Option(name = "--limit", description = "行数，1至200")
    int limit = PageRequest.DEFAULT;

    @Option(name = "--after", description = "从上一页给出的位置继续")
    String after;

    @Override
    void run(PrintStream out) {
        Page<AccountRequest> page = there(requests)
                .list(caller(), code(RequestState.class, "--state", state), new PageRequest(limit, after));
        print(
                out,
                page,
                one -> new String[] {
                    one.id(),
                    one.account(),
                    one.name(),
                    one.role() + "@" + one.scope(),
                    one.state().label(),
                    one.requestedBy(),
                    one.approver().label()
                },
                "编号",
                "账户",
                "姓名",
                "角色",
                "状态",
                "申请人",
                "批准角色");
    }
}

package org.liaison.platform.internal.console;

import java.io.PrintStream;
import java.util.stream.Collectors;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.liaison.platform.api.Page;
import org.liaison.platform.api.PageRequest;
import org.liaison.platform.api.Role;
import org.liaison.platform.api.account.AccountAdministration.Filter;
import org.liaison.platform.api.account.AccountFile;
import org.liaison.platform.api.account.AccountState;

/** {@code platform:user-list}: accounts in the operator's reach. */
@Service
@Command(scope = "platform", name = "user-list", description = "账户列表")
public final class UserListCommand extends AccountAction {
    @Option(name = "--state", description = "状态：ACTIVE、LOCKED、SUSPENDED 或 CLOSED")
    String state;

    @Option(name = "--role", description = "角色")
    @Completion(RoleCompleter.class)
    String role;

    @Option(name = "--limit", description = "行数，1至200")
    int limit = PageRequest.DEFAULT;

    @Option(name = "--after", description = "从上一页给出的位置继续")
    String after;

    @Override
    void run(PrintStream out) {
        Filter filter = new Filter(code(AccountState.class, "--state", state), code(Role.class, "--role", role));
        Page<AccountFile> page = there(administration).list(caller(), filter, new PageRequest(limit, after));
        print(
                out,
                page,
                file -> new String[] {
                    file.account(),
                    file.name(),
                    file.state().label(),
                    file.roles().stream()
                            .map(held -> held.role() + "@" + held.scope())
                            .collect(Collectors.joining("、"))
                },
                "账户",
                "姓名",
                "状态",
                "角色");
    }
}

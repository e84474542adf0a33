package org.liaison.platform.internal.console;

import java.io.PrintStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.liaison.platform.api.Accounts;
import org.liaison.platform.api.Binding;
import org.liaison.platform.api.Caller;
import org.liaison.platform.api.Callers;
import org.liaison.platform.api.Invalid;
import org.liaison.platform.api.Operations;
import org.liaison.platform.api.Role;
import org.liaison.platform.api.Scope;
import org.liaison.platform.api.console.JsonText;

/** {@code platform:user-create}: a new account with its first roles. */
@Service
@Command(scope = "platform", name = "user-create", description = "新建账户")
public final class UserCreateCommand extends PlatformAction {
    @Argument(index = 0, name = "account", required = true, description = "账户名")
    String account;

    @Argument(index = 1, name = "name", required = true, description = "姓名")
    String name;

    @Option(name = "--role", required = true, multiValued = true, description = "角色，或“角色@范围”，如 CLK@CITY:370100")
    @Completion(RoleCompleter.class)
    List<String> roles;

    @Option(name = "--until", description = "有效期的最后一日，如 2026-12-31")
    String until;

    @Option(name = "--dry-run", description = "只检查，不新建")
    boolean dryRun;

    @Reference(optional = true)
    Callers callers;

    @Reference(optional = true)
    Accounts accounts;

    @Reference(optional = true)
    Operations operations;

    @Override
    void run(PrintStream out) {
        Caller caller = caller(callers);
        List<Binding> bindings = bindings(roles, until);
        if (dryRun) {
            boolean there = there(operations).read(caller, "platform.user.create", scope -> there(accounts)
                    .find(account)
                    .isPresent());
            out.println(there ? "账户已存在，不能新建" : "检查通过，未新建：" + account + " " + name + " " + bindings);
            return;
        }
        String password = there(accounts).create(caller, account, name, bindings);
        out.println(
                json ? JsonText.of(new Created(account, password)) : "已新建账户 " + account + "，一次性密码（只显示这一次）：" + password);
    }

    static List<Binding> bindings(List<String> roles, String until) {
        LocalDate last = AccountAction.day("until", until);
        List<Binding> bindings = new ArrayList<>();
        for (String text : roles) {
            int at = text.indexOf('@');
            try {
                Role role = Role.valueOf(at < 0 ? text : text.substring(0, at));
                Scope scope = at < 0 ? Scope.ALL : Scope.parse(text.substring(at + 1));
                bindings.add(new Binding(role, scope, last));
            } catch (IllegalArgumentException e) {
                throw Invalid.malformed("role", "ROLE_FORM", "角色“" + text + "”应写作角色代码，或“角色@范围”，如 CLK@CITY:370100");
            }
        }
        return bindings;
    }

    /** What a script gets. */
    public record Created(String account, String oneTimePassword) {}
}

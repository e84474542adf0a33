package org.liaison.platform.internal.console;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.liaison.platform.api.Binding;
import org.liaison.platform.api.Caller;
import org.liaison.platform.api.account.AccountEvent;
import org.liaison.platform.api.account.AccountFile;
import org.liaison.platform.api.account.RoleEnd;

/** {@code platform:role-end}: ends a role of an account, at once or with a day. */
@Service
@Command(scope = "platform", name = "role-end", description = "终止账户的角色")
public final class RoleEndCommand extends UserStep {
    @Argument(index = 1, name = "role", required = true, description = "角色，或“角色@范围”，如 CLK@CITY:370100")
    String role;

    @Option(name = "--until", description = "最后一日，如 2026-12-31；不写即立即终止")
    String until;

    public RoleEndCommand() {
        super(AccountEvent.END_ROLE);
    }

    @Override
    AccountFile done(Caller caller, AccountFile seen) {
        Binding ended = binding(role);
        RoleEnd end = new RoleEnd(ended.role(), ended.scope().toString(), day("until", until), reason);
        return there(administration).endRole(caller, account, seen.version(), end, null);
    }
}

package org.liaison.platform.internal.console;

import java.util.List;
import java.util.stream.Collectors;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.liaison.platform.api.ApiScope;
import org.liaison.platform.api.Caller;
import org.liaison.platform.api.LegacyAccounts;
import org.liaison.platform.api.LegacyAccounts.Legacy;
import org.liaison.platform.api.LegacyAccounts.Terms;
import org.liaison.platform.api.account.AccountState;
import org.liaison.platform.internal.console.LegacyListCommand.Row;

/** {@code platform:legacy-list}: the accounts of old systems. */
@Service
@Command(scope = "platform", name = "legacy-list", description = "旧系统账户")
public final class LegacyListCommand extends ListAction<Row> {
    @Reference(optional = true)
    LegacyAccounts accounts;

    public LegacyListCommand() {
        super("没有旧系统账户", "账户", "系统", "状态", "责任人", "接口范围", "来源地址", "有效期至", "摘要口令", "最近登录");
    }

    @Override
    List<Row> list(Caller caller) {
        return there(accounts).list(caller).stream().map(LegacyListCommand::row).toList();
    }

    @Override
    String[] cells(Row one) {
        return new String[] {
            one.account(),
            one.name(),
            AccountState.valueOf(one.state()).label(),
            one.owner(),
            one.scopes(),
            one.addresses(),
            one.until(),
            one.digest() ? "是" : "否",
            one.used()
        };
    }

    private static Row row(Legacy legacy) {
        Terms terms = legacy.terms();
        return new Row(
                terms.account(),
                terms.name(),
                legacy.state(),
                terms.owner(),
                terms.scopes().stream().map(ApiScope::code).sorted().collect(Collectors.joining(",")),
                terms.addresses().toString(),
                terms.until().toString(),
                terms.digest(),
                time(legacy.used(), ""));
    }

    /** What a script gets; times in Asia/Shanghai. */
    public record Row(
            String account,
            String name,
            String state,
            String owner,
            String scopes,
            String addresses,
            String until,
            boolean digest,
            String used) {}
}

package org.liaison.platform.internal.console;

import java.io.PrintStream;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.liaison.platform.api.ApiScope;
import org.liaison.platform.api.Callers;
import org.liaison.platform.api.LegacyAccounts;
import org.liaison.platform.api.LegacyAccounts.Legacy;
import org.liaison.platform.api.LegacyAccounts.Terms;
import org.liaison.platform.api.console.JsonText;
import org.liaison.platform.api.console.WideTable;

/** {@code platform:legacy-list}: the accounts of old systems. */
@Service
@Command(scope = "platform", name = "legacy-list", description = "旧系统账户")
public final class LegacyListCommand extends PlatformAction {
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.of("Asia/Shanghai"));

    @Reference(optional = true)
    Callers callers;

    @Reference(optional = true)
    LegacyAccounts accounts;

    @Override
    void run(PrintStream out) {
        List<Row> rows = there(accounts).list(caller(callers)).stream()
                .map(LegacyListCommand::row)
                .toList();
        if (json) {
            out.println(JsonText.of(rows));
            return;
        }
        WideTable table = new WideTable("账户", "系统", "状态", "责任人", "接口范围", "来源地址", "有效期至", "摘要口令", "最近登录");
        rows.forEach(row -> table.row(
                row.account(),
                row.name(),
                row.state(),
                row.owner(),
                row.scopes(),
                row.addresses(),
                row.until(),
                row.digest() ? "是" : "否",
                row.used()));
        print(out, table);
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
                legacy.used() == null ? "" : MINUTE.format(legacy.used()));
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

package org.liaison.platform.internal.console;

import java.io.PrintStream;
import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.liaison.platform.api.AccessTokens;
import org.liaison.platform.api.AccessTokens.AccessToken;
import org.liaison.platform.api.Callers;
import org.liaison.platform.api.console.JsonText;
import org.liaison.platform.api.console.WideTable;

/** {@code platform:token-list}: which access tokens there are. */
@Service
@Command(scope = "platform", name = "token-list", description = "访问令牌")
public final class TokenListCommand extends PlatformAction {
    @Argument(index = 0, name = "account", description = "账户名；不写为全部")
    String account;

    @Reference(optional = true)
    Callers callers;

    @Reference(optional = true)
    AccessTokens tokens;

    @Override
    void run(PrintStream out) {
        List<AccessToken> found = there(tokens).list(caller(callers), account);
        if (json) {
            out.println(JsonText.of(found));
            return;
        }
        WideTable table = new WideTable("编号", "账户", "用途", "办理身份", "权限", "有效期至", "最近使用");
        found.forEach(one -> table.row(
                one.id(),
                one.account(),
                one.name(),
                one.acting(),
                one.readOnly() ? "只读" : "读写",
                one.until().toString(),
                one.usedAt() == null ? "从未" : SessionListCommand.time(one.usedAt())));
        print(out, table);
    }
}

package org.liaison.platform.internal.console;

import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.liaison.platform.api.AccessTokens;
import org.liaison.platform.api.AccessTokens.AccessToken;
import org.liaison.platform.api.Caller;

/** {@code platform:token-list}: which access tokens there are. */
@Service
@Command(scope = "platform", name = "token-list", description = "访问令牌")
public final class TokenListCommand extends ListAction<AccessToken> {
    @Argument(index = 0, name = "account", description = "账户名；不写为全部")
    String account;

    @Reference(optional = true)
    AccessTokens tokens;

    public TokenListCommand() {
        super("没有访问令牌", "编号", "账户", "用途", "办理身份", "权限", "有效期至", "最近使用");
    }

    @Override
    List<AccessToken> list(Caller caller) {
        return there(tokens).list(caller, account);
    }

    @Override
    String[] cells(AccessToken one) {
        return new String[] {
            one.id(),
            one.account(),
            one.name(),
            one.acting(),
            one.readOnly() ? "只读" : "读写",
            one.until().toString(),
            time(one.usedAt(), "从未")
        };
    }
}

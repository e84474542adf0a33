package org.liaison.platform.internal.console;

import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.liaison.platform.api.Caller;
import org.liaison.platform.api.Sessions;
import org.liaison.platform.api.Sessions.Session;

/** {@code platform:session-list}: who is logged in. */
@Service
@Command(scope = "platform", name = "session-list", description = "当前的登录会话")
public final class SessionListCommand extends ListAction<Session> {
    @Argument(index = 0, name = "account", description = "账户名；不写为全部")
    String account;

    @Reference(optional = true)
    Sessions sessions;

    public SessionListCommand() {
        super("没有登录会话", "编号", "账户", "办理身份", "来源", "登录", "最近使用");
    }

    @Override
    List<Session> list(Caller caller) {
        return there(sessions).list(caller, account);
    }

    @Override
    String[] cells(Session one) {
        return new String[] {
            one.id(), one.account(), one.acting(), one.source(), time(one.openedAt(), ""), time(one.usedAt(), "")
        };
    }
}

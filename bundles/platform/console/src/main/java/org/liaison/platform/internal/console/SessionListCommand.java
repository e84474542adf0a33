package org.liaison.platform.internal.console;

import java.io.PrintStream;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.liaison.platform.api.Callers;
import org.liaison.platform.api.Sessions;
import org.liaison.platform.api.Sessions.Session;
import org.liaison.platform.api.console.JsonText;
import org.liaison.platform.api.console.WideTable;

/** {@code platform:session-list}: who is logged in. */
@Service
@Command(scope = "platform", name = "session-list", description = "当前的登录会话")
public final class SessionListCommand extends PlatformAction {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.of("Asia/Shanghai"));

    @Argument(index = 0, name = "account", description = "账户名；不写为全部")
    String account;

    @Reference(optional = true)
    Callers callers;

    @Reference(optional = true)
    Sessions sessions;

    @Override
    void run(PrintStream out) {
        List<Session> found = there(sessions).list(caller(callers), account);
        if (json) {
            out.println(JsonText.of(found));
            return;
        }
        WideTable table = new WideTable("编号", "账户", "办理身份", "来源", "登录", "最近使用");
        found.forEach(one -> table.row(
                one.id(), one.account(), one.acting(), one.source(), time(one.openedAt()), time(one.usedAt())));
        print(out, table);
    }

    static String time(Instant at) {
        return TIME.format(at);
    }
}

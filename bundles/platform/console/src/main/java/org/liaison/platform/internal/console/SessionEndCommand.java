package org.liaison.platform.internal.console;

import java.io.PrintStream;
import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.liaison.platform.api.Caller;
import org.liaison.platform.api.Callers;
import org.liaison.platform.api.Invalid;
import org.liaison.platform.api.Sessions;
import org.liaison.platform.api.Sessions.Session;
import org.liaison.platform.api.console.JsonText;

/** {@code platform:session-end}: logs somebody out. */
@Service
@Command(scope = "platform", name = "session-end", description = "结束一个会话，或一个账户的全部会话")
public final class SessionEndCommand extends PlatformAction {
    @Argument(index = 0, name = "id", description = "会话编号，见 platform:session-list")
    String id;

    @Option(name = "--account", description = "结束该账户的全部会话")
    String account;

    @Option(name = "--dry-run", description = "只检查，不结束")
    boolean dryRun;

    @Reference(optional = true)
    Callers callers;

    @Reference(optional = true)
    Sessions sessions;

    @Override
    void run(PrintStream out) {
        if ((id == null) == (account == null)) {
            throw Invalid.malformed("id", "ONE_OF", "请给出会话编号或 --account 二者之一");
        }
        Caller caller = caller(callers);
        int ended = dryRun ? found(caller).size() : end(caller);
        if (json) {
            out.println(JsonText.of(new Ended(ended, dryRun)));
        } else {
            out.println((dryRun ? "检查通过，未结束，共" : "已结束") + ended + "个会话");
        }
    }

    private List<Session> found(Caller caller) {
        return there(sessions).list(caller, account).stream()
                .filter(one -> id == null || one.id().equals(id))
                .toList();
    }

    private int end(Caller caller) {
        if (account != null) {
            return there(sessions).endAll(caller, account);
        }
        there(sessions).end(caller, id);
        return 1;
    }

    /** What a script gets. */
    public record Ended(int sessions, boolean dryRun) {}
}

package org.liaison.platform.internal.console;

import java.io.PrintStream;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.liaison.platform.api.Callers;
import org.liaison.platform.api.Locks;
import org.liaison.platform.api.Locks.Lock;
import org.liaison.platform.api.console.JsonText;
import org.liaison.platform.api.console.WideTable;

/** {@code platform:lock-list}: which accounts and sources are locked after wrong passwords. */
@Service
@Command(scope = "platform", name = "lock-list", description = "因口令错误被锁定的账户和来源")
public final class LockListCommand extends PlatformAction {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.of("Asia/Shanghai"));

    @Reference(optional = true)
    Callers callers;

    @Reference(optional = true)
    Locks locks;

    @Override
    void run(PrintStream out) {
        List<Lock> found = there(locks).list(caller(callers));
        if (json) {
            out.println(JsonText.of(found));
            return;
        }
        if (found.isEmpty()) {
            out.println("没有账户或来源被锁定");
            return;
        }
        WideTable table = new WideTable("类别", "账户或地址", "口令错误", "锁定至");
        found.forEach(
                lock -> table.row(lock.kind().label(), lock.name(), lock.failures() + "次", TIME.format(lock.until())));
        print(out, table);
    }
}

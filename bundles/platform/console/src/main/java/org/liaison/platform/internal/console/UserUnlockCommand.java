package org.liaison.platform.internal.console;

import java.io.PrintStream;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.liaison.platform.api.Caller;
import org.liaison.platform.api.Callers;
import org.liaison.platform.api.Locks;
import org.liaison.platform.api.Locks.Kind;
import org.liaison.platform.api.Locks.Lock;
import org.liaison.platform.api.console.JsonText;

/** {@code platform:user-unlock}: ends the lock that wrong passwords brought. */
@Service
@Command(scope = "platform", name = "user-unlock", description = "解除因口令错误造成的锁定")
public final class UserUnlockCommand extends PlatformAction {
    @Argument(index = 0, name = "name", required = true, description = "账户名；带 --source 时为网络地址")
    String name;

    @Option(name = "--source", description = "解锁的是来源地址，不是账户")
    boolean source;

    @Option(name = "--dry-run", description = "只检查，不解锁")
    boolean dryRun;

    @Reference(optional = true)
    Callers callers;

    @Reference(optional = true)
    Locks locks;

    @Override
    void run(PrintStream out) {
        Caller caller = caller(callers);
        Kind kind = source ? Kind.SOURCE : Kind.ACCOUNT;
        if (dryRun) {
            Optional<Lock> lock = there(locks).list(caller).stream()
                    .filter(one -> one.kind() == kind && one.name().equals(name))
                    .findFirst();
            out.println(lock.isPresent() ? "检查通过，未解锁：" + name : "未被锁定：" + name);
            return;
        }
        there(locks).unlock(caller, kind, name);
        out.println(json ? JsonText.of(new Unlocked(kind.name(), name)) : "已解锁：" + name);
    }

    /** What a script gets. */
    public record Unlocked(String kind, String name) {}
}

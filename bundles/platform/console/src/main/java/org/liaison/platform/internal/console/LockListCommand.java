package org.liaison.platform.internal.console;

import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.liaison.platform.api.Caller;
import org.liaison.platform.api.Locks;
import org.liaison.platform.api.Locks.Lock;

/** {@code platform:lock-list}: which accounts and sources are locked after wrong passwords. */
@Service
@Command(scope = "platform", name = "lock-list", description = "因口令错误被锁定的账户和来源")
public final class LockListCommand extends ListAction<Lock> {
    @Reference(optional = true)
    Locks locks;

    public LockListCommand() {
        super("没有账户或来源被锁定", "类别", "账户或地址", "口令错误", "锁定至");
    }

    @Override
    List<Lock> list(Caller caller) {
        return there(locks).list(caller);
    }

    @Override
    String[] cells(Lock one) {
        return new String[] {one.kind().label(), one.name(), one.failures() + "次", time(one.until(), "")};
    }
}

package org.liaison.platform.internal.console;

import java.io.PrintStream;
import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.liaison.platform.api.Callers;
import org.liaison.platform.api.KeyRotation;
import org.liaison.platform.api.KeyRotation.Ring;
import org.liaison.platform.api.console.JsonText;
import org.liaison.platform.api.console.WideTable;

/** {@code platform:keys-status}: the master keys and how many rows stand under each. */
@Service
@Command(scope = "platform", name = "keys-status", description = "主密钥及各密钥加密的数据条数")
public final class KeysStatusCommand extends PlatformAction {
    @Reference(optional = true)
    Callers callers;

    @Reference(optional = true)
    KeyRotation keys;

    @Override
    void run(PrintStream out) {
        List<Ring> rings = there(keys).status(caller(callers));
        if (json) {
            out.println(JsonText.of(rings));
            return;
        }
        print(out, table(rings));
        if (rings.stream().anyMatch(Ring::unfinished)) {
            out.println("有未完成的密钥轮换，请再次运行 platform:keys-rotate");
        }
    }

    static WideTable table(List<Ring> rings) {
        WideTable table = new WideTable("密钥环", "加密内容", "密钥", "状态", "条数");
        rings.forEach(ring -> ring.keys()
                .forEach(key -> table.row(
                        ring.name(), ring.label(), key.id(), key.state().label(), key.rows())));
        return table;
    }
}

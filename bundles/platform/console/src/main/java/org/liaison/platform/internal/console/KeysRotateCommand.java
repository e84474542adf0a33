package org.liaison.platform.internal.console;

import java.io.PrintStream;
import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.liaison.platform.api.Callers;
import org.liaison.platform.api.KeyRotation;
import org.liaison.platform.api.KeyRotation.Ring;
import org.liaison.platform.api.console.JsonText;

/** {@code platform:keys-rotate}: new master keys while the platform serves; broken off, the next run finishes it. */
@Service
@Command(scope = "platform", name = "keys-rotate", description = "轮换主密钥；中断后再次运行即接着完成")
public final class KeysRotateCommand extends PlatformAction {
    @Option(name = "--dry-run", description = "只查看将要做什么，不改动")
    boolean dryRun;

    @Reference(optional = true)
    Callers callers;

    @Reference(optional = true)
    KeyRotation keys;

    @Override
    void run(PrintStream out) {
        List<Ring> rings = there(keys).rotate(caller(callers), dryRun, progress -> {
            if (!json) {
                out.println(progress.label() + " " + progress.done() + "/" + progress.all());
            }
        });
        if (json) {
            out.println(JsonText.of(rings));
            return;
        }
        print(out, KeysStatusCommand.table(rings));
        if (dryRun) {
            boolean unfinished = rings.stream().anyMatch(Ring::unfinished);
            out.println(unfinished ? "未改动。将接着完成上次中断的轮换" : "未改动。将为每个密钥环生成新密钥，改用新密钥加密上列数据，再停用旧密钥");
        } else {
            out.println("密钥轮换完成，请另行备份密钥目录");
        }
    }
}

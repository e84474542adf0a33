package org.liaison.platform.internal.console;

import java.io.PrintStream;
import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.liaison.platform.api.HealthCheck.Health;
import org.liaison.platform.api.HealthCheck.Level;
import org.liaison.platform.api.console.WideTable;

/** {@code platform:doctor}: what is wrong and what to do, on one screen. */
@Service
@Command(scope = "platform", name = "doctor", description = "检查平台：哪里有问题，应当怎么办")
public final class DoctorCommand extends HealthAction {
    @Override
    void run(PrintStream out) {
        List<Health> wrong = findings("platform.doctor").stream()
                .filter(health -> health.level() != Level.OK)
                .toList();
        if (json) {
            json(out, wrong);
            return;
        }
        if (wrong.isEmpty()) {
            out.println("未发现问题");
            return;
        }
        WideTable table = new WideTable("项目", "状态", "情况", "处理");
        wrong.forEach(health -> table.row(health.name(), Findings.word(health.level()), health.text(), health.todo()));
        print(out, table);
    }
}

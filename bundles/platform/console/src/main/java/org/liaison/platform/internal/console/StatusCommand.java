package org.liaison.platform.internal.console;

import java.io.PrintStream;
import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.liaison.platform.api.HealthCheck.Health;
import org.liaison.platform.api.console.WideTable;

/** {@code platform:status}: what runs and how. */
@Service
@Command(scope = "platform", name = "status", description = "平台各部分的状态")
public final class StatusCommand extends HealthAction {
    @Override
    void run(PrintStream out) {
        List<Health> found = findings("platform.status");
        if (json) {
            json(out, found);
            return;
        }
        WideTable table = new WideTable("项目", "状态", "情况");
        found.forEach(health -> table.row(health.name(), Findings.word(health.level()), health.text()));
        print(out, table);
    }
}

package org.liaison.platform.internal.console;

import java.io.PrintStream;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.liaison.platform.api.Caller;
import org.liaison.platform.api.Callers;
import org.liaison.platform.api.console.JsonText;
import org.liaison.platform.api.console.WideTable;
import org.liaison.platform.api.notice.Reminders;
import org.liaison.platform.api.notice.Reminders.Preview;

/** {@code platform:reminders}: runs the daily reminders now, or shows what they would be. */
@Service
@Command(scope = "platform", name = "reminders", description = "立即运行每日提醒；已提醒过的不会再次提醒")
public final class RemindersCommand extends PlatformAction {
    @Option(name = "--dry-run", description = "只列出将要提醒的事项，不提醒")
    boolean dryRun;

    @Reference(optional = true)
    Callers callers;

    @Reference(optional = true)
    Reminders reminders;

    @Override
    void run(PrintStream out) {
        Caller caller = caller(callers);
        if (dryRun) {
            show(out, there(reminders).preview(caller));
            return;
        }
        int written = there(reminders).run(caller);
        out.println(json ? JsonText.of(new Written(written)) : "已写入提醒 " + written + " 条");
    }

    private void show(PrintStream out, Preview preview) {
        if (json) {
            out.println(JsonText.of(preview));
            return;
        }
        if (!preview.planned().isEmpty()) {
            WideTable table = new WideTable("规则", "事项", "编号", "期限", "人数");
            preview.planned()
                    .forEach(one -> table.row(
                            one.rule(),
                            one.subject(),
                            one.subjectId(),
                            one.dueOn().toString(),
                            String.valueOf(one.people())));
            print(out, table);
        }
        out.println(preview.day() + (preview.workday() ? "（工作日）" : "（休息日）") + " 将写入提醒 " + preview.people() + " 条，未写入");
    }

    /** What a script gets. */
    public record Written(int written) {}
}

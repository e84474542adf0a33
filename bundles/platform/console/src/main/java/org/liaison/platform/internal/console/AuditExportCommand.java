package org.liaison.platform.internal.console;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Iterator;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.liaison.platform.api.audit.AuditCsv;
import org.liaison.platform.api.audit.AuditEntry;
import org.liaison.platform.api.console.JsonText;

/** {@code platform:audit-export}: the records of some days, to the screen or into a file of the folder for exports. */
@Service
@Command(scope = "platform", name = "audit-export", description = "导出审计记录，新的在前，每行一条；--from、--to必填，不超过366天")
public final class AuditExportCommand extends AuditAction {
    @Option(name = "--file", description = "写入数据目录下exports中的新文件，如 audit-2026.csv；不写则输出到屏幕")
    String file;

    @Reference(optional = true)
    ExportFolder folder;

    @Override
    void run(PrintStream out) throws IOException {
        Path target = file == null ? null : there(folder).path(file);
        Iterator<AuditEntry> records = there(search).export(caller(callers), filter());
        if (target == null) {
            write(records, out);
            return;
        }
        folder.write(target, to -> write(records, to));
        out.println(json ? JsonText.of(new Written(target.toString())) : "已导出到 " + target);
    }

    private void write(Iterator<AuditEntry> records, OutputStream to) throws IOException {
        if (!json) {
            AuditCsv.write(records, to);
            return;
        }
        while (records.hasNext()) {
            to.write((JsonText.of(records.next()) + "\n").getBytes(StandardCharsets.UTF_8));
        }
        to.flush();
    }

    /** What a script gets. */
    public record Written(String file) {}
}

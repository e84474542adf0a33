package org.liaison.platform.web.internal.account;

import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SequenceWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import org.liaison.platform.api.audit.AuditCsv;
import org.liaison.platform.api.audit.AuditEntry;
import org.liaison.platform.web.internal.json.Json;

/** Records of the audit trail as a file of one record a line, written while they are read. */
enum AuditFile {
    /** For a spreadsheet. */
    CSV("text/csv;charset=utf-8", "csv") {
        @Override
        void write(Iterator<AuditEntry> records, OutputStream out) throws IOException {
            AuditCsv.write(records, out);
        }
    },
    /** For programs: JSON Lines, each as the search answers it. */
    JSONL("application/x-ndjson", "jsonl") {
        @Override
        void write(Iterator<AuditEntry> records, OutputStream out) throws IOException {
            SequenceWriter lines = WRITER.writeValues(out);
            while (records.hasNext()) {
                lines.write(records.next());
            }
            lines.flush();
        }
    };

    private static final ObjectWriter WRITER =
            Json.mapper().writerFor(AuditEntry.class).withRootValueSeparator("\n");

    final String type;
    final String ending;

    AuditFile(String type, String ending) {
        this.type = type;
        this.ending = ending;
    }

    /** Writes everything; the stream stays open. */
    abstract void write(Iterator<AuditEntry> records, OutputStream out) throws IOException;
}

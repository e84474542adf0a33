package org.liaison.registration.internal.command;

import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.liaison.registration.api.OfficeStatus;

/** Completes the codes of {@link OfficeStatus}. */
@Service
public final class StatusCompleter implements Completer {
    private final StringsCompleter codes = new StringsCompleter();

    public StatusCompleter() {
        for (OfficeStatus code : OfficeStatus.values()) {
            codes.getStrings().add(code.name());
        }
    }

    @Override
    public int complete(Session session, CommandLine line, List<String> candidates) {
        return codes.complete(session, line, candidates);
    }
}

package org.liaison.registration.internal.command;

import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.liaison.registration.api.CertificateState;

/** Completes the codes of {@link CertificateState}. */
@Service
public final class CertificateStateCompleter implements Completer {
    private final StringsCompleter codes = new StringsCompleter();

    public CertificateStateCompleter() {
        for (CertificateState code : CertificateState.values()) {
            codes.getStrings().add(code.name());
        }
    }

    @Override
    public int complete(Session session, CommandLine line, List<String> candidates) {
        return codes.complete(session, line, candidates);
    }
}

package org.liaison.architecture.permissions;

import aQute.bnd.osgi.Clazz;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.liaison.architecture.Built;

/** What can be called from outside, as it was built: REST methods, SOAP operations and console commands. */
final class Faces {
    private static final String COMMAND = "org/apache/karaf/shell/api/action/Command";
    private static final String NAMED = "io/swagger/v3/oas/annotations/Operation";
    private static final List<String> METHODS = Stream.of("GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS")
            .map(method -> "javax/ws/rs/" + method)
            .toList();
    private static final Pattern SOAP = Pattern.compile("<wsdl:operation name=\"(\\w+)\">");

    private Faces() {}

    /** Each as {@code FACE,context,name}; a REST method without an operation id is called by its class and name. */
    static Set<String> built() throws Exception {
        Set<String> found = new TreeSet<>();
        for (Built bundle : Built.all()) {
            for (Clazz type : bundle.classes()) {
                command(type, found);
                rest(bundle, type, found);
            }
        }
        soap(found);
        return found;
    }

    private static void command(Clazz clazz, Set<String> found) {
        clazz.annotations(COMMAND)
                .forEach(command -> found.add("CONSOLE," + command.get("scope") + "," + command.get("name")));
    }

    private static void rest(Built bundle, Clazz clazz, Set<String> found) {
        clazz.methods()
                .filter(method -> METHODS.stream()
                        .anyMatch(annotation ->
                                method.annotations(annotation).findAny().isPresent()))
                .map(method -> method.annotations(NAMED)
                        .map(named -> (String) named.get("operationId"))
                        .findFirst()
                        .orElse(clazz.getClassName().getShortName() + "." + method.getName()))
                .forEach(name -> found.add("REST," + bundle.context() + "," + name));
    }

    private static void soap(Set<String> found) throws IOException {
        Path folder = Path.of(System.getProperty("liaison.root"), "docs", "soap-api");
        try (Stream<Path> contracts = Files.list(folder)) {
            for (Path contract :
                    contracts.filter(file -> file.toString().endsWith(".wsdl")).toList()) {
                String context = contract.getFileName().toString().replaceFirst("-v\\d+\\.wsdl", "");
                Matcher operations = SOAP.matcher(Files.readString(contract));
                while (operations.find()) {
                    found.add("SOAP," + context + "," + operations.group(1));
                }
            }
        }
    }
}

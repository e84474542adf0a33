package org.liaison.itests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;

/**
 * Who may call what, as the build wrote it down: the tables' pages, the faces with their operations, and the console's lists
 * of rights. The build compares the first two with the bundles (architecture-tests).
 */
final class Rights {
    private final Map<String, Set<String>> roles;
    private final List<Face> faces;

    /**
     * What can be called from outside.
     *
     * @param variant a value on which the operations depend; empty = none
     * @param operations all of them are asked
     */
    record Face(String face, String context, String name, String variant, List<String> operations) {}

    private Rights(Map<String, Set<String>> roles, List<Face> faces) {
        this.roles = roles;
        this.faces = faces;
    }

    static Rights read() throws IOException {
        Map<String, Set<String>> roles = new TreeMap<>();
        for (String context : List.of("platform", "registration")) {
            page(roles, Files.readAllLines(folder().resolve(context + ".md")));
        }
        List<Face> faces = new ArrayList<>();
        List<String> lines = Files.readAllLines(folder().resolve("faces.csv"));
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            List<String> operations = cells[4].isEmpty() ? List.of() : List.of(cells[4].split(" "));
            faces.add(new Face(cells[0], cells[1], cells[2], cells[3], operations));
        }
        return new Rights(roles, faces);
    }

    private static void page(Map<String, Set<String>> roles, List<String> lines) {
        List<String[]> rows = lines.stream()
                .filter(line -> line.startsWith("| "))
                .map(line -> line.substring(1).split("\\|", -1))
                .toList();
        String[] heading = rows.get(0);
        for (String[] row : rows.subList(1, rows.size())) {
            Set<String> granted = new HashSet<>();
            for (int i = 2; i < row.length; i++) {
                if (!row[i].isBlank()) {
                    granted.add(heading[i].strip());
                }
            }
            roles.put(row[0].strip(), granted);
        }
    }

    private static Path folder() {
        return Path.of(System.getProperty("liaison.root"), "docs", "permissions");
    }

    List<Face> faces(String kind, String context) {
        return faces.stream()
                .filter(face -> face.face().equals(kind) && face.context().equals(context))
                .toList();
    }

    List<Face> faces(String kind, String context, String name) {
        return faces(kind, context).stream()
                .filter(face -> face.name().equals(name))
                .toList();
    }

    /** Whether a role may call a face: it has a right to every operation. */
    boolean may(String role, Face face) {
        return face.operations().stream()
                .allMatch(operation -> roles.getOrDefault(operation, Set.of()).contains(role));
    }

    /** The same without one role of an operation, or with it: what a wrong table would say. */
    Rights changed(String operation, String role, boolean granted) {
        Map<String, Set<String>> copy = new LinkedHashMap<>(roles);
        Set<String> row = new HashSet<>(copy.get(operation));
        if (granted) {
            row.add(role);
        } else {
            row.remove(role);
        }
        copy.put(operation, row);
        return new Rights(copy, faces);
    }

    /** Whether the console's list of rights of a scope lets a role call a command. */
    static boolean listed(Path etc, String role, String scope, String command) throws IOException {
        Properties acl = new Properties();
        try (var in = Files.newInputStream(etc.resolve("org.apache.karaf.command.acl." + scope + ".cfg"))) {
            acl.load(in);
        }
        List<String> roles =
                Arrays.asList(acl.getProperty(command, acl.getProperty("*")).split(","));
        return roles.contains(role) || roles.contains("ssh");
    }
}

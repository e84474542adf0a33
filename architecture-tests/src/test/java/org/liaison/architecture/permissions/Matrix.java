package org.liaison.architecture.permissions;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.liaison.platform.api.Role;

/**
 * The permission matrix as data (domain page 6.2), which right each built operation is an exercise of, and what is built
 * otherwise than the matrix says, with its reason. See docs/permissions/README.md.
 */
final class Matrix {
    /** In operations.csv: whoever has any right in the row may read what lies in its scope. */
    private static final String ANY = "ANY";

    private static final String NONE = "NONE";

    /** In matrix.csv: the words of the cell decide, so that the right reaches as far as its role does. */
    private static final String SEE_TEXT = "SEE_TEXT";

    private final Set<Right> rights = new LinkedHashSet<>();
    private final Map<String, List<Use>> uses = new TreeMap<>();
    private final List<String> faults = new ArrayList<>();

    /**
     * One line of the matrix.
     *
     * @param right C, R, U, S, A, X, E of the page, spelled out
     * @param note what the cell says besides, e.g. {@code on-site}
     */
    record Right(String row, Role role, String right, String scope, String note) {
        @Override
        public String toString() {
            return row + "," + role + "," + right + "," + scope + "," + note;
        }
    }

    /** An operation is an exercise of a right of a row; several lines add up. */
    record Use(String row, String right, String note) {
        private boolean matches(Right matrix) {
            return row.equals(matrix.row())
                    && (right.equals(ANY) || right.equals(matrix.right()) && note.equals(matrix.note()));
        }
    }

    /** @param matrix as in matrix.csv; operations and deviations as in the files of these names */
    Matrix(List<List<String>> matrix, List<List<String>> operations, List<List<String>> deviations) {
        matrix.stream()
                .filter(line -> !line.get(3).equals(NONE))
                .forEach(line -> rights.add(right(line.get(0), line.get(2), line.get(3), line.get(4), line.get(5))));
        operations.forEach(line -> uses.computeIfAbsent(line.get(0), operation -> new ArrayList<>())
                .add(new Use(line.get(1), line.get(2), line.get(3))));
        deviations.forEach(this::deviate);
    }

    static Matrix read() throws IOException {
        return new Matrix(Csv.rows("matrix.csv"), Csv.rows("operations.csv"), Csv.rows("deviations.csv"));
    }

    private static Right right(String row, String role, String right, String scope, String note) {
        Role held = Role.valueOf(role);
        return new Right(row, held, right, right.equals(SEE_TEXT) ? held.reach().name() : scope, note);
    }

    private void deviate(List<String> line) {
        for (String role : line.get(2).split(" ")) {
            Right right = right(line.get(1), role, line.get(3), line.get(4), line.get(5));
            boolean changed = line.get(0).equals("+") ? rights.add(right) : rights.remove(right);
            if (!changed) {
                faults.add("deviation without effect: " + line.get(0) + " " + right);
            }
            if (line.get(6).isBlank()) {
                faults.add("deviation without a reason: " + right);
            }
        }
    }

    /** Rows of an operation, for the page. */
    String rows(String operation) {
        return uses.getOrDefault(operation, List.of()).stream()
                .map(Use::row)
                .distinct()
                .collect(Collectors.joining(", "));
    }

    /** What the tables and the matrix say otherwise; empty when they agree. */
    List<String> differences(Map<String, Map<Role, Role.Reach>> grants) {
        List<String> found = new ArrayList<>(faults);
        grants.forEach((operation, row) -> compare(operation, row, found));
        uses.keySet().stream()
                .filter(operation -> !grants.containsKey(operation))
                .forEach(operation -> found.add(operation + " stands in operations.csv and in no table"));
        Set<String> built = uses.values().stream()
                .flatMap(List::stream)
                .map(Use::row)
                .collect(Collectors.toCollection(TreeSet::new));
        rights.stream()
                .filter(right -> built.contains(right.row()))
                .filter(right -> uses.values().stream().flatMap(List::stream).noneMatch(use -> exercises(use, right)))
                .forEach(right -> found.add("no operation is an exercise of " + right));
        return found;
    }

    private void compare(String operation, Map<Role, Role.Reach> granted, List<String> found) {
        List<Use> mine = uses.get(operation);
        if (mine == null) {
            found.add(operation + " has no row in operations.csv");
            return;
        }
        Map<Role, Set<String>> due = new EnumMap<>(Role.class);
        for (Use use : mine) {
            List<Right> matched = rights.stream().filter(use::matches).toList();
            if (matched.isEmpty()) {
                found.add(operation + " is an exercise of no right: " + use);
            }
            matched.forEach(right -> add(due, right.role(), right.scope()));
        }
        // page 6.2: the head may do in the own office whatever the filer may
        due.getOrDefault(Role.FIL, Set.of()).forEach(scope -> add(due, Role.HED, scope));
        for (Role role : Role.values()) {
            String reach = granted.containsKey(role) ? granted.get(role).name() : NONE;
            Set<String> wanted = due.getOrDefault(role, Set.of(NONE));
            if (!wanted.equals(Set.of(reach))) {
                found.add(operation + " for " + role + ": the table says " + reach + ", the matrix "
                        + String.join(" and ", wanted));
            }
        }
    }

    private static void add(Map<Role, Set<String>> due, Role role, String scope) {
        due.computeIfAbsent(role, any -> new TreeSet<>()).add(scope);
    }

    private static boolean exercises(Use use, Right right) {
        return use.matches(right) && (!use.right().equals(ANY) || right.right().startsWith("READ"));
    }
}

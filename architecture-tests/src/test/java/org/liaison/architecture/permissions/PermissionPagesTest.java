package org.liaison.architecture.permissions;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.Test;
import org.liaison.platform.api.PermissionTable;
import org.liaison.platform.api.Role;

/** The pages in docs/permissions are the tables of the code; the pages of today lie beside the test's output. */
public class PermissionPagesTest {
    @Test
    public void pagesInTheDocumentation_areTheTablesOfTheCode() throws Exception {
        Matrix matrix = Matrix.read();
        Path target = Path.of(System.getProperty("liaison.root"), "architecture-tests", "target");
        List<String> changed = new ArrayList<>();
        for (PermissionTable table : Tables.built()) {
            String name = table.context() + ".md";
            String today = page(table, matrix);
            Files.writeString(target.resolve(name), today);
            Path kept = Csv.folder().resolve(name);
            if (!Files.exists(kept) || !Files.readString(kept).equals(today)) {
                changed.add(name);
            }
        }
        assertThat(changed)
                .as("pages in docs/permissions; take them over from " + target + " when the change is meant")
                .isEmpty();
    }

    private static String page(PermissionTable table, Matrix matrix) {
        StringBuilder page = new StringBuilder("# Who may do what: " + table.context() + "\n\n")
                .append(
                        "Generated from the permission table in the code, workflow events included; a test compares the")
                .append(
                        " two.\nA cell says how far the right of a role extends; an empty cell is no right. Row: of the")
                .append(" permission matrix (matrix.csv).\n\n");
        Stream<String> heading = Stream.concat(
                Stream.of("Operation", "Row"), Arrays.stream(Role.values()).map(Role::name));
        page.append(line(heading))
                .append("|---".repeat(Role.values().length + 2))
                .append("|\n");
        table.grants()
                .forEach((operation, row) -> page.append(
                        line(Stream.concat(Stream.of(operation, matrix.rows(operation)), cells(row).stream()))));
        return page.toString();
    }

    private static List<String> cells(Map<Role, Role.Reach> row) {
        return Arrays.stream(Role.values())
                .map(role -> row.containsKey(role) ? row.get(role).name() : "")
                .toList();
    }

    private static String line(Stream<String> cells) {
        return cells.collect(Collectors.joining(" | ", "| ", " |\n"));
    }
}

package org.liaison.architecture.permissions;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.Test;
import org.liaison.architecture.Built;

/** Whatever can be called from outside calls operations that a permission table knows (docs/permissions/faces.csv). */
public class FacesTest {
    /** What asks no gate: the login and who is logged in, and the contracts themselves. */
    private static final Set<String> OPEN = Set.of(
            "REST,platform,me",
            "REST,platform,listOwnOperations",
            "REST,platform,openSession",
            "REST,platform,OpenApiDocument.get");

    /** What the login itself writes into the audit trail; nobody calls it. */
    private static final Set<String> LOGIN = Set.of(
            "platform.legacy.login",
            "platform.login.lock",
            "platform.login.unlock",
            "platform.password.expire",
            "platform.session.open");

    // a constant of a class file: its tag, its length in two bytes, its text
    private static final Pattern CONSTANT =
            Pattern.compile("\u0001\u0000(.)([a-z]+\\.[a-z-]+\\.[a-z-]+)", Pattern.DOTALL);

    @Test
    public void everyFace_standsInTheTable() throws Exception {
        Set<String> faces = new TreeSet<>();
        listed().stream().filter(line -> !line.get(0).equals("INSIDE")).forEach(line -> faces.add(face(line)));
        assertThat(faces).as("docs/permissions/faces.csv").containsExactlyInAnyOrderElementsOf(Faces.built());
    }

    @Test
    public void everyFace_callsOperationsOfATable() throws Exception {
        Set<String> known = Tables.grants().keySet();
        for (List<String> line : listed()) {
            if (OPEN.contains(face(line))) {
                assertThat(line.get(4)).as(face(line)).isEmpty();
            } else {
                assertThat(known).as(face(line)).containsAll(operations(line));
            }
        }
    }

    @Test
    public void everyOperation_hasAFaceOrIsDoneWithAnother() throws Exception {
        Set<String> called = new TreeSet<>();
        listed().forEach(line -> called.addAll(operations(line)));
        called.remove("");
        assertThat(called).containsExactlyInAnyOrderElementsOf(Tables.grants().keySet());
    }

    @Test
    public void everyNameOfAnOperationInTheCode_isThatOfARow() throws Exception {
        Set<String> known = Tables.grants().keySet();
        Set<String> contexts = known.stream().map(name -> name.split("\\.")[0]).collect(Collectors.toSet());
        Set<String> unknown = new TreeSet<>();
        for (Built bundle : Built.all()) {
            for (byte[] type : bundle.contents()) {
                constants(type).stream()
                        .filter(name -> contexts.contains(name.split("\\.")[0]))
                        .filter(name -> !known.contains(name))
                        .forEach(unknown::add);
            }
        }
        unknown.removeAll(kindsOfNotices());
        unknown.removeAll(LOGIN);
        assertThat(unknown).isEmpty();
    }

    @Test
    public void nameOfAnOperation_isFoundInAClassFile() {
        byte[] type =
                "..\u0001\u0000\u000fplatform.x.call..\u0001\u0000\u0003abc".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(constants(type)).containsExactly("platform.x.call");
    }

    private static List<List<String>> listed() throws Exception {
        return Csv.rows("faces.csv");
    }

    private static String face(List<String> line) {
        return String.join(",", line.subList(0, 3));
    }

    private static List<String> operations(List<String> line) {
        return Arrays.asList(line.get(4).split(" "));
    }

    private static Set<String> constants(byte[] type) {
        Set<String> found = new TreeSet<>();
        Matcher matcher = CONSTANT.matcher(new String(type, StandardCharsets.ISO_8859_1));
        int from = 0;
        while (matcher.find(from)) {
            int length = matcher.group(1).charAt(0);
            if (matcher.group(2).length() >= length) {
                String whole = matcher.group(2).substring(0, length);
                if (whole.matches("[a-z]+\\.[a-z-]+\\.[a-z-]+")) {
                    found.add(whole);
                }
            }
            from = matcher.start() + 1;
        }
        return found;
    }

    // what people are told is named in the same way; its words are settings
    private static Set<String> kindsOfNotices() throws Exception {
        Path settings = Path.of(
                System.getProperty("liaison.root"),
                "bundles/platform/persistence/src/main/resources/rules/settings.csv");
        Set<String> names = new TreeSet<>();
        Matcher matcher =
                Pattern.compile("(?:registration|platform)\\.[a-z-]+\\.[a-z-]+").matcher(Files.readString(settings));
        while (matcher.find()) {
            names.add(matcher.group());
        }
        return names;
    }
}

package org.liaison.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.liaison.itests.Attempt.Person;
import org.liaison.itests.Attempt.Place;

/**
 * Two registered offices of two dispatching governments, a third one that an inspector was sent to, and one person of every
 * role: those of an office, a dispatcher and a task belong to the first office and the third.
 */
final class MatrixWorld {
    final Container container;
    final Case own;
    final Case foreign;
    final Case assigned;
    /** What stands in everything that belongs to the foreign office, and nowhere else. */
    final List<String> canaries;

    /** The number of the foreign office's certificate. */
    final String certificateNo;

    private final Map<Person, String> logins = new LinkedHashMap<>();
    private final Map<Person, String> acting = new LinkedHashMap<>();
    private final Person head;
    private final Person inspector;
    private final String unique = UUID.randomUUID().toString().substring(0, 8);

    MatrixWorld(Container container) throws Exception {
        this.container = container;
        for (String role : List.of("CLK", "REV", "LDR", "PSU", "OPS", "AUD")) {
            String account = role.toLowerCase();
            logins.put(
                    new Person(account, role),
                    Container.basic(account, container.passwords().get(account)));
        }
        Filing mine = registered();
        Filing theirs = registered();
        own = Case.of(container, mine);
        foreign = Case.of(container, theirs);
        certificateNo = Offices.json(new Offices(container).get("clk", foreign.office()))
                .get("certificateNo")
                .asText();
        canaries = List.of(theirs.form.get("name").asText().substring(2, 10), theirs.head);
        head = new Person(mine.head, "HED");
        logins.put(head, mine.login());
        logins.put(new Person("sec", "SEC"), Container.basic("sec", container.securityPassword()));
        enrol(mine.login(), "clk", "FIL", "OFFICE:" + own.office());
        enrol(asked("clk"), "rev", "DGV", "DISPATCHER:" + own.dispatcher());
        oldSystem();
        inspector = enrol(asked("clk"), "rev", "INS", "TASK:" + UUID.randomUUID());
        assigned = Case.of(container, onSite());
        acting.put(inspector, "INS@TASK:" + assigned.application());
        logins.put(new Person("anybody", "PUB"), null);
    }

    private Filing registered() throws Exception {
        Filing filing = filed();
        filing.approve();
        return filing;
    }

    private Filing filed() throws Exception {
        Filing filing = new Filing(container);
        String word = filing.form.get("name").asText().substring(2, 10);
        filing.form.put("mainBusiness", filing.form.get("mainBusiness").asText() + word);
        filing.draft().files();
        filing.add("M3b", word + ".pdf", bytes(word));
        filing.office("submission", 200);
        return filing;
    }

    private static byte[] bytes(String word) throws IOException {
        try (var in = MatrixWorld.class.getResourceAsStream("/materials/cv.pdf")) {
            byte[] pdf = in.readAllBytes();
            byte[] end = ("\n% " + word).getBytes(StandardCharsets.US_ASCII);
            byte[] both = Arrays.copyOf(pdf, pdf.length + end.length);
            System.arraycopy(end, 0, both, pdf.length, end.length);
            return both;
        }
    }

    /** A case at the reviewer, who sends the clerk and the inspector. */
    private Filing onSite() throws Exception {
        Filing filing = filed();
        filing.toReview();
        filing.bureau(
                "rev", "onsite-check", "{\"text\":\"办公地点有疑问\",\"members\":[\"clk\",\"" + inspector.name() + "\"]}");
        return filing;
    }

    private String asked(String account) throws IOException {
        return Container.basic(account, container.passwords().get(account));
    }

    /** Somebody new, as row 34 of the matrix has it. */
    private Person enrol(String asking, String approver, String role, String scope) throws Exception {
        String account = role.toLowerCase() + "-" + unique;
        new Enrolment(container).enrol(asking, approver, account, role, scope);
        Person person = new Person(account, role);
        logins.put(person, Container.basic(account, Enrolment.PASSWORD));
        return person;
    }

    /** An old system with every scope there is to any of its operations. */
    private void oldSystem() throws Exception {
        String account = "leg-" + unique;
        JsonNode made = made("platform:legacy-create --json --owner clk --scope office.read --scope certificate.verify"
                + " --scope application.push --scope changes.poll --from 127.0.0.1 --until 2099-12-31 " + account
                + " 旧系统");
        logins.put(
                new Person(account, "LEG"),
                Container.basic(account, made.get("secret").asText()));
    }

    private JsonNode made(String command) throws Exception {
        String printed = container.asSecurity(command);
        assertThat(printed).contains("{");
        return Offices.JSON.readTree(printed.substring(printed.indexOf('{'), printed.lastIndexOf('}') + 1));
    }

    List<Person> people() {
        return List.copyOf(logins.keySet());
    }

    Person person(String role) {
        return logins.keySet().stream()
                .filter(person -> person.role().equals(role))
                .findFirst()
                .orElseThrow();
    }

    /** Those who may see nothing of the foreign office. */
    boolean outsider(Person person) {
        return List.of("HED", "FIL", "DGV", "INS").contains(person.role());
    }

    /** Where a person tries a face that is about a thing. */
    Map<Place, Case> places(Person person, String name) {
        Map<Place, Case> places = new LinkedHashMap<>();
        places.put(Place.MISSING, Case.NOTHING);
        if (outsider(person)) {
            places.put(Place.FOREIGN, foreign);
        }
        Case mine = person.equals(inspector) ? assigned : own;
        if (mine.thing(name) == null) {
            return places;
        }
        places.put(inside(person, name), mine);
        return places;
    }

    // a notice is its reader's, an application of the old system that of the account which sent it
    private Place inside(Person person, String name) {
        if (name.contains("Notice")) {
            return person.equals(head) ? Place.INSIDE : Place.FOREIGN;
        }
        if (person.role().equals("FIL") && name.equals("openFile")) {
            return Place.WITHHELD;
        }
        return !person.role().equals("LEG")
                        || List.of("getOffice", "createApplication").contains(name)
                ? Place.INSIDE
                : Place.FOREIGN;
    }

    HttpRequest.Builder login(Person person, HttpRequest.Builder request) {
        if (logins.get(person) != null) {
            request.header("Authorization", logins.get(person));
        }
        if (acting.containsKey(person)) {
            request.header("Liaison-Office", acting.get(person));
        }
        return request;
    }

    /** What the commands print, one after the other. */
    List<String> console(Person person, List<String> commands) throws IOException {
        String password = new String(
                Base64.getDecoder().decode(logins.get(person).substring("Basic ".length())), StandardCharsets.UTF_8);
        Console console = new Console(
                container, person.name(), password.substring(person.name().length() + 1));
        return new ArrayList<>(console.runAll(commands));
    }
}

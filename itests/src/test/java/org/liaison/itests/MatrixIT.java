package org.liaison.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.BeforeClass;
import org.junit.Test;
import org.liaison.itests.Attempt.Person;
import org.liaison.itests.Attempt.Place;
import org.liaison.itests.Rights.Face;

/**
 * Everything that can be called, by every role, on what is its own, another's and nobody's: the running platform answers as
 * the permission tables say, and no byte of another office gets out.
 */
public class MatrixIT {
    private static final String UPLOAD = "00000000-0000-0000-0000-000000000000";
    private static final List<String> SEARCHES = List.of(
            "/api/registration/v1/offices?q=",
            "/api/registration/v1/offices?sort=REGISTERED&limit=200&q=",
            "/api/registration/v1/offices?limit=200&status=REGISTERED&after=",
            "/api/registration/v1/applications?limit=200&after=",
            "/api/registration/v1/certificates?limit=200&number=",
            "/api/registration/v1/certificates?limit=200&officeId=",
            "/api/platform/v1/notices?limit=200&after=");

    private static final List<Attempt> ATTEMPTS = new ArrayList<>();

    private static MatrixWorld world;
    private static Rights rights;
    private static RestCalls platform;
    private static RestCalls registration;
    private static List<String> soap;

    @BeforeClass
    public static void tryEverything() throws Exception {
        Container container = Container.shared()
                .await("clk", "/api/registration/v1/certificates", 200)
                .await("clk", "/api/platform/v1/notices", 200)
                .await("clk", "/ws/registration/v1?wsdl", 200);
        rights = Rights.read();
        world = new MatrixWorld(container);
        platform =
                new RestCalls(Offices.json(container.send(container.request("clk", "/api/platform/v1/openapi.json"))));
        registration = new RestCalls(
                Offices.json(container.send(container.request("clk", "/api/registration/v1/openapi.json"))));
        soap = SoapCalls.names(container
                .send(container.request("clk", "/ws/registration/v1?wsdl"))
                .body());
        for (Person person : world.people()) {
            rest("platform", platform, person);
            rest("registration", registration, person);
            soap(person);
        }
    }

    private static void rest(String context, RestCalls calls, Person person) throws Exception {
        for (Face face : rights.faces("REST", context)) {
            if (calls.names().contains(face.name()) && !face.operations().isEmpty()) {
                for (Map.Entry<Place, Case> place :
                        places(person, face, calls.aboutAThing(face)).entrySet()) {
                    HttpRequest.Builder call = calls.call(world.container.address(), face, place.getValue());
                    HttpResponse<String> answer = send(person, call);
                    keep(face, person, place.getKey(), answer.statusCode(), answer);
                }
            }
        }
    }

    private static void soap(Person person) throws Exception {
        String upload = UPLOAD;
        for (Face face : soapInOrder()) {
            for (Map.Entry<Place, Case> place : places(person, face, false).entrySet()) {
                HttpRequest.Builder call = SoapCalls.call(world.container.address(), face, place.getValue(), upload);
                HttpResponse<String> answer = send(person, call);
                int status = SoapCalls.status(answer);
                keep(face, person, place.getKey(), status, answer);
                if (face.name().equals("startUpload") && status == 200) {
                    upload = answer.body().replaceFirst("(?s).*<(?:\\w+:)?uploadId>([^<]+)<.*", "$1");
                }
            }
        }
    }

    // an upload is started before anything is added to it
    private static List<Face> soapInOrder() {
        return soap.stream()
                .flatMap(name -> rights.faces("SOAP", "registration", name).stream())
                .toList();
    }

    private static Map<Place, Case> places(Person person, Face face, boolean aboutAThing) {
        return Case.NOTHING.thing(face.name()) != null
                ? world.places(person, face.name())
                : Map.of(aboutAThing ? Place.UNMADE : Place.NONE, Case.NOTHING);
    }

    private static HttpResponse<String> send(Person person, HttpRequest.Builder call) throws Exception {
        return world.container.send(world.login(person, call));
    }

    private static void keep(Face face, Person person, Place place, int status, HttpResponse<String> answer) {
        ATTEMPTS.add(new Attempt(face, person, place, status, answer.headers().map() + "\n" + answer.body()));
    }

    @Test
    public void everyOperationOfTheContracts_isTried() {
        assertThat(tried("REST", "platform"))
                .containsAll(
                        platform.names().stream().filter(MatrixIT::asksTheGate).toList())
                .hasSizeGreaterThan(5);
        assertThat(tried("REST", "registration"))
                .containsAll(registration.names())
                .hasSizeGreaterThan(20);
        assertThat(tried("SOAP", "registration")).containsAll(soap).hasSizeGreaterThan(20);
    }

    // who is logged in, login and logout ask no gate, so no table says anything of them
    private static boolean asksTheGate(String name) {
        return rights.faces("REST", "platform", name).stream()
                .noneMatch(face -> face.operations().isEmpty());
    }

    private static TreeSet<String> tried(String kind, String context) {
        TreeSet<String> names = new TreeSet<>();
        ATTEMPTS.stream()
                .map(Attempt::face)
                .filter(face -> face.face().equals(kind) && face.context().equals(context))
                .forEach(face -> names.add(face.name()));
        return names;
    }

    @Test
    public void everyAnswer_isAsTheTablesSay() {
        assertThat(Attempt.differences(ATTEMPTS, rights)).isEmpty();
    }

    @Test
    public void foreignAndMissing_areTheSameAnswer() {
        assertThat(Attempt.tellTales(ATTEMPTS)).isEmpty();
    }

    @Test
    public void noAnswer_holdsAWordOfAnotherOffice() throws Exception {
        assertThat(Attempt.leaks(outsiders(), world.canaries)).isEmpty();
        for (Person person : world.people()) {
            if (world.outsider(person)) {
                for (String search : SEARCHES) {
                    assertThat(searched(person, search))
                            .as(person + " " + search)
                            .doesNotContain(world.canaries);
                }
            }
        }
    }

    private static List<Attempt> outsiders() {
        return ATTEMPTS.stream()
                .filter(attempt -> world.outsider(attempt.who()))
                .toList();
    }

    private static String searched(Person person, String search) throws Exception {
        String word = search.contains("officeId") ? world.foreign.office() : world.canaries.get(0);
        String value = search.endsWith("after=") ? "" : URLEncoder.encode(word, StandardCharsets.UTF_8);
        return send(person, world.container.request(null, search + value).GET()).body();
    }

    /** Controls: the same eyes see what is planted. */
    @Test
    public void wrongTable_isSeen() {
        assertThat(Attempt.differences(ATTEMPTS, rights.changed("registration.application.approve", "LDR", false)))
                .isNotEmpty()
                .allMatch(line -> line.contains("fireStep/") && line.contains("(LDR)"));
        assertThat(Attempt.differences(ATTEMPTS, rights.changed("registration.office.open", "REV", true)))
                .isNotEmpty()
                .allMatch(line -> line.contains("openOffice by rev (REV)"));
    }

    @Test
    public void missingPredicate_isSeen() throws Exception {
        // what the clerk is answered, whose query has no such predicate, handed to the head of another office
        Person head = world.person("HED");
        List<Attempt> leaked = new ArrayList<>();
        for (String name : List.of("getOffice", "getApplication", "getCertificate")) {
            for (Face face : rights.faces("REST", "registration", name)) {
                HttpRequest.Builder call = registration.call(world.container.address(), face, world.foreign);
                HttpResponse<String> answer = send(world.person("CLK"), call);
                leaked.add(new Attempt(face, head, Place.FOREIGN, answer.statusCode(), answer.body()));
            }
        }
        assertThat(Attempt.leaks(leaked, world.canaries)).hasSize(3);
        assertThat(Attempt.differences(leaked, rights)).hasSize(3);
        List<Attempt> both = new ArrayList<>(ATTEMPTS);
        both.addAll(leaked);
        assertThat(Attempt.tellTales(both)).hasSize(3);
        assertThat(searched(world.person("CLK"), SEARCHES.get(0))).contains(world.canaries.get(0));
    }

    @Test
    public void everyCommand_isForThoseWhoMay() throws Exception {
        Path etc = world.container.home().resolve("etc");
        for (Person person : world.people()) {
            if (person.role().equals("PUB")) {
                continue;
            }
            List<Face> faces = new ArrayList<>();
            List<String> lines = new ArrayList<>();
            for (Map.Entry<Face, String> command : Commands.of(rights, world).entrySet()) {
                faces.add(command.getKey());
                lines.add(command.getValue());
            }
            List<String> printed = world.console(person, lines);
            for (int i = 0; i < faces.size(); i++) {
                Face face = faces.get(i);
                boolean may = rights.may(person.role(), face)
                        && Rights.listed(etc, person.role(), face.context(), face.name());
                assertThat(Commands.refused(printed.get(i)))
                        .as(person + " " + lines.get(i) + ": " + printed.get(i))
                        .isEqualTo(!may);
                if (world.outsider(person)) {
                    assertThat(printed.get(i)).doesNotContain(world.canaries);
                }
            }
        }
    }
}

package org.liaison.platform.web.internal.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.Test;
import org.liaison.platform.api.Invalid;
import org.liaison.platform.api.LiaisonException;
import org.liaison.platform.api.Violation;

public class UnreadableTest {
    enum Form {
        STANDING,
        MOBILE
    }

    record Numbered(long version) {}

    record Premises(String address, BigDecimal area, LocalDate leaseTo) {}

    record Draft(String name, Form form, Integer staff, YearMonth since, Boolean own, List<Premises> premises) {
        Draft {
            if ("?".equals(name)) {
                throw new Invalid("name", "NAME_CHARS", "名称含有不允许的字符");
            }
        }
    }

    private final ObjectMapper mapper = Json.mapper();

    @Test
    public void readsAndWritesTheSame_whenTheBodyIsRight() throws Exception {
        String body = "{\"name\":\"驻京办\",\"form\":\"MOBILE\",\"staff\":3,\"since\":\"2026-05\",\"own\":true,"
                + "\"premises\":[{\"address\":\"甲1号\",\"area\":10.50,\"leaseTo\":\"2027-01-31\"}]}";

        assertThat(mapper.writeValueAsString(mapper.readValue(body, Draft.class)))
                .isEqualTo(body);
    }

    @Test
    public void namesPathAndRule_whenAValueCannotBeRead() {
        refused("{\"surname\":1}", "surname", "UNKNOWN_PROPERTY");
        refused("{\"37010119720315901X\":1}", "**************901X", "UNKNOWN_PROPERTY");
        refused("{\"premises\":[{\"area\":1},{\"lease\":1}]}", "premises[1].lease", "UNKNOWN_PROPERTY");
        refused("{\"form\":\"OTHER\"}", "form", "CODE_UNKNOWN");
        refused("{\"form\":1}", "form", "CODE_UNKNOWN");
        refused("{\"staff\":\"3\"}", "staff", "WRONG_TYPE");
        refused("{\"staff\":3.5}", "staff", "WRONG_TYPE");
        refused("{\"own\":1}", "own", "WRONG_TYPE");
        refused("{\"name\":7}", "name", "WRONG_TYPE");
        refused("{\"name\":{}}", "name", "WRONG_TYPE");
        refused("{\"since\":\"2026/05\"}", "since", "WRONG_TYPE");
        refused("{\"premises\":[{\"leaseTo\":\"2026-02-30\"}]}", "premises[0].leaseTo", "WRONG_TYPE");
        refused("{\"premises\":{}}", "premises", "WRONG_TYPE");
        refused("{\"name\":\"a\",\"name\":\"b\"}", null, "DUPLICATE_PROPERTY");
        refused("{} {}", "", "JSON_TRAILING");
        refused("", "", "BODY_REQUIRED");
        refused("{\"name\":", null, "JSON_SYNTAX");
        refused("<a/>", "", "JSON_SYNTAX");
        refused("{\"name\":\"" + "x".repeat(Json.TEXT + 1) + "\"}", null, "JSON_LIMIT");
    }

    @Test
    public void keepsTheErrorOfTheValue_whenAConstructorRefusesIt() {
        LiaisonException error = explained("{\"name\":\"?\"}");

        assertThat(error.code()).isEqualTo("NAME_CHARS");
    }

    @Test
    public void isRequired_whenAPrimitiveIsAbsentOrNull() {
        for (String body : new String[] {"{}", "{\"version\":null}"}) {
            assertThatThrownBy(() -> mapper.readValue(body, Numbered.class))
                    .isInstanceOfSatisfying(JsonProcessingException.class, e -> assertThat(
                                    Unreadable.explain(e).violations())
                            .containsExactly(new Violation("version", "REQUIRED", "必填")));
        }
    }

    @Test
    public void isOverTheLimit_whenATreeIsTooDeep() {
        String body = "[".repeat(Json.DEPTH + 1) + "]".repeat(Json.DEPTH + 1);

        assertThatThrownBy(() -> mapper.readTree(body))
                .isInstanceOfSatisfying(
                        JsonProcessingException.class,
                        e -> assertThat(Unreadable.explain(e).code()).isEqualTo("JSON_LIMIT"));
    }

    @Test
    public void leaksNoClassName_whenAnythingIsWrong() {
        for (String body : new String[] {"{\"staff\":[]}", "{\"form\":\"Q\"}", "[1]", "{\"x\":1}", "\"a\"", "nul"}) {
            assertThat(explained(body).violations())
                    .allSatisfy(v -> assertThat(v.message()).doesNotContain("java", "liaison", "jackson", "Draft"));
        }
    }

    private void refused(String body, String path, String code) {
        LiaisonException error = explained(body);
        assertThat(error).as(body).isInstanceOf(Invalid.class);
        assertThat(((Invalid) error).malformed()).as(body).isTrue();
        Violation violation = error.violations().get(0);
        assertThat(violation.code())
                .as(body.substring(0, Math.min(80, body.length())))
                .isEqualTo(code);
        if (path != null) {
            assertThat(violation.path()).as(body).isEqualTo(path);
        }
    }

    private LiaisonException explained(String body) {
        try {
            Object read = mapper.readValue(body, Draft.class);
            throw new AssertionError("read as " + read);
        } catch (JsonProcessingException e) {
            return Unreadable.explain(e);
        }
    }
}

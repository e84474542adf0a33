package org.liaison.platform.web.internal.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.Test;
import org.liaison.platform.api.Conflict;
import org.liaison.platform.api.Forbidden;
import org.liaison.platform.api.Invalid;
import org.liaison.platform.api.NotFound;
import org.liaison.platform.api.TooMany;
import org.liaison.platform.api.Unavailable;
import org.liaison.platform.api.Violation;
import org.liaison.platform.web.Versions;
import org.liaison.platform.web.internal.json.Json;

public class ProblemTest {
    @Test
    public void hasTheStatusOfItsKind_whenAnErrorOfTheApiIsMapped() {
        assertThat(Problem.of(new NotFound()).status()).isEqualTo(404);
        assertThat(Problem.of(new Conflict("X", "x")).status()).isEqualTo(409);
        assertThat(Problem.of(Conflict.stale()).status()).isEqualTo(412);
        assertThat(Problem.of(Conflict.keyReused()).status()).isEqualTo(409);
        assertThat(Problem.of(new Invalid("a", "B", "c")).status()).isEqualTo(422);
        assertThat(Problem.of(Invalid.malformed("a", "B", "c")).status()).isEqualTo(400);
        assertThat(Problem.of(new Forbidden()).status()).isEqualTo(403);
        assertThat(Problem.of(new TooMany()).status()).isEqualTo(429);
        assertThat(Problem.of(Unavailable.service("登记")).status()).isEqualTo(503);
        assertThat(Problem.of(new Versions.Required()).status()).isEqualTo(428);
    }

    @Test
    public void namesTheLegalEvents_whenATransitionIsIllegal() {
        Problem problem = Problem.of(Conflict.illegalTransition("草稿", List.of("SUBMIT")));

        assertThat(problem.type()).isEqualTo("urn:liaison:problem:illegal-transition");
        assertThat(problem.legal()).containsExactly("SUBMIT");
    }

    @Test
    public void leavesEmptyListsOut_whenWrittenAsJson() throws Exception {
        assertThat(Json.mapper().writeValueAsString(Problem.of(new NotFound())))
                .contains("\"status\":404", "\"code\":\"NOT_FOUND\"")
                .doesNotContain("violations", "legal");
        assertThat(Json.mapper()
                        .writeValueAsString(
                                Problem.of(new Invalid(List.of(new Violation("head.name", "REQUIRED", "必填"))))))
                .contains("\"violations\":[{\"path\":\"head.name\",\"code\":\"REQUIRED\",\"message\":\"必填\"}]");
    }

    @Test
    public void showsOnlyTheId_whenTheErrorIsInternal() {
        assertThat(Problem.internal("AB12").detail()).contains("AB12");
        assertThat(Problem.internal("AB12").status()).isEqualTo(500);
    }

    @Test
    public void cleansAndCuts_whenATextGoesToTheLog() {
        assertThat(LogText.clean("a\r\nb\u0000c\u2028d")).isEqualTo("a__b_c_d");
        assertThat(LogText.clean("中文")).isEqualTo("中文");
        assertThat(LogText.clean(null)).isEqualTo("-");
        assertThat(LogText.clean("x".repeat(5000))).hasSize(300);
    }
}

package org.liaison.platform.web.internal.rest;

import static org.assertj.core.api.Assertions.assertThat;

import javax.ws.rs.NotAllowedException;
import javax.ws.rs.NotFoundException;
import javax.ws.rs.NotSupportedException;
import javax.ws.rs.core.Response;
import org.junit.Test;
import org.liaison.platform.api.Conflict;
import org.liaison.platform.api.Unavailable;
import org.liaison.platform.web.internal.error.Problem;

public class ErrorMapperTest {
    private final ErrorMapper mapper = new ErrorMapper();

    @Test
    public void answersItsProblem_whenAnErrorOfTheApiIsWrapped() {
        Response answer = mapper.toResponse(new RuntimeException(Conflict.stale()));

        assertThat(answer.getStatus()).isEqualTo(412);
        assertThat(answer.getMediaType()).hasToString(Problem.MEDIA_TYPE);
        assertThat(((Problem) answer.getEntity()).code()).isEqualTo("STALE");
    }

    @Test
    public void saysWhenToComeAgain_whenSomethingIsAway() {
        assertThat(mapper.toResponse(Unavailable.service("登记")).getHeaderString("Retry-After"))
                .isEqualTo("5");
    }

    @Test
    public void speaksOurLanguage_whenTheContainerRefuses() {
        assertThat(code(mapper.toResponse(new NotFoundException()))).isEqualTo("NO_SUCH_PATH");
        assertThat(code(mapper.toResponse(new NotSupportedException()))).isEqualTo("MEDIA_TYPE");
        Response notAllowed = mapper.toResponse(new NotAllowedException("GET"));
        assertThat(code(notAllowed)).isEqualTo("METHOD_NOT_ALLOWED");
        assertThat(notAllowed.getHeaderString("Allow")).isEqualTo("GET");
    }

    @Test
    public void tellsNothing_whenTheErrorIsUnforeseen() {
        Response answer = mapper.toResponse(new IllegalStateException("select * from secrets"));

        assertThat(answer.getStatus()).isEqualTo(500);
        assertThat(answer.getEntity().toString()).doesNotContain("secrets", "IllegalState");
    }

    private static String code(Response answer) {
        return ((Problem) answer.getEntity()).code();
    }
}

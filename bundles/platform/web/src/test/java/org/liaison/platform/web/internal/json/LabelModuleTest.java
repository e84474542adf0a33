package org.liaison.platform.web.internal.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.util.List;
import org.junit.Test;
import org.liaison.platform.api.Role;
import org.liaison.platform.api.rules.CodeOf;

public class LabelModuleTest {
    private final ObjectMapper mapper =
            Json.mapper((list, code) -> list.equals("host-city") && code.equals("370100") ? "济南市" : null);

    record Row(
            Role role,
            List<Role> others,
            @CodeOf("host-city") String city,
            @CodeOf("host-city") List<String> cities,
            String note) {}

    private static final Row ROW =
            new Row(Role.CLK, List.of(Role.REV), "370100", List.of("370100", "999999"), "370100");
    private static final String SERVED = "{\"role\":\"CLK\",\"roleLabel\":\"经办人\",\"others\":[\"REV\"],"
            + "\"othersLabels\":[\"审核人\"],\"city\":\"370100\",\"cityLabel\":\"济南市\","
            + "\"cities\":[\"370100\",\"999999\"],\"citiesLabels\":[\"济南市\",\"999999\"],\"note\":\"370100\"}";

    @Test
    public void labelsStandBesideCodes_inEveryAnswer() throws JsonProcessingException {
        assertThat(mapper.writeValueAsString(ROW)).isEqualTo(SERVED);
    }

    @Test
    public void noLabelIsMadeUp_whenTheCodeIsUnknownOrMissing() throws JsonProcessingException {
        assertThat(mapper.writeValueAsString(new Row(null, null, "999999", null, null)))
                .isEqualTo("{\"city\":\"999999\"}");
    }

    @Test
    public void whatWasServedIsTakenBack_withItsLabels() throws JsonProcessingException {
        assertThat(mapper.readValue(SERVED, Row.class)).isEqualTo(ROW);
    }

    @Test
    public void labelsOfNoCodeAreRefused_likeEveryUnknownProperty() {
        assertThatThrownBy(() -> mapper.readValue("{\"noteLabel\":\"x\"}", Row.class))
                .isInstanceOf(UnrecognizedPropertyException.class);
    }
}

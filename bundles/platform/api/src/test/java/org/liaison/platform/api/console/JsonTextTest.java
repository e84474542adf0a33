package org.liaison.platform.api.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.Test;
import org.liaison.platform.api.Role;
import org.liaison.platform.api.rules.CodeOf;
import org.liaison.platform.api.rules.Labels;

public class JsonTextTest {
    private static final Labels RULES =
            (list, code) -> list.equals("host-city") && code.equals("370100") ? "济南市" : null;

    private record Row(
            String name,
            Role role,
            List<Role> others,
            @CodeOf("host-city") String city,
            @CodeOf("host-city") List<String> cities,
            long version) {}

    @Test
    public void labelsStandBesideCodes_oneByOneAndInLists() {
        Row row = new Row("\"甲\"\n", Role.CLK, List.of(Role.REV), "370100", List.of("370100", "999999"), 3);
        assertThat(JsonText.of(List.of(row), RULES))
                .isEqualTo("[{\"name\":\"\\\"甲\\\"\\u000a\",\"role\":\"CLK\",\"roleLabel\":\"经办人\","
                        + "\"others\":[\"REV\"],\"othersLabels\":[\"审核人\"],\"city\":\"370100\","
                        + "\"cityLabel\":\"济南市\",\"cities\":[\"370100\",\"999999\"],"
                        + "\"citiesLabels\":[\"济南市\",\"999999\"],\"version\":3}]");
    }

    @Test
    public void noLabelIsMadeUp_whenThereIsNoCodeOrNoRule() {
        assertThat(JsonText.of(new Row(null, null, null, "370100", null, 0)))
                .isEqualTo("{\"name\":null,\"role\":null,\"others\":null,\"city\":\"370100\",\"cities\":null,"
                        + "\"version\":0}");
    }

    @Test
    public void missingValuesInListsStay_whenTheListHasThem() {
        assertThat(JsonText.of(new Row(null, null, Arrays.asList(Role.REV, null), null, null, 0)))
                .contains("\"others\":[\"REV\",null],\"othersLabels\":[\"审核人\",null]");
    }
}

package org.liaison.registration.internal.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.Test;
import org.liaison.platform.api.Invalid;
import org.liaison.platform.api.Page;
import org.liaison.registration.api.Office;
import org.liaison.registration.api.OfficeStatus;

public class TextTest {
    @Test
    public void columnsStayStraight_whenCellsHoldHanCharacters() {
        WideTable table = new WideTable("名称", "no");
        table.row("烟台办", "1");
        table.row("ab\u001b", null);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        table.print(new PrintStream(bytes, true, StandardCharsets.UTF_8), "c9");
        assertThat(bytes.toString(StandardCharsets.UTF_8).lines())
                .containsExactly("名称   | no", "烟台办 | 1", "ab     |", "还有更多,续页:--after c9");
    }

    @Test
    public void cutsToTheCells_whenTheTextIsWider() {
        assertThat(WideTable.cut("烟台市人民政府", 14)).isEqualTo("烟台市人民政府");
        assertThat(WideTable.cut("烟台市人民政府驻济南办事处", 14)).isEqualTo("烟台市人民政…");
        assertThat(WideTable.cut("a烟台市人民政府驻济南办事处", 14)).isEqualTo("a烟台市人民政…");
        assertThat(WideTable.cut("abcdef", 4)).isEqualTo("abc…");
        assertThat(WideTable.cut(null, 4)).isNull();
    }

    @Test
    public void writesTheNamesOfRest_whenJsonIsAsked() {
        Office office = new Office("5", 1, null, "\"甲\"\n", "2", "乙", "370100", OfficeStatus.UNREGISTERED, null, null);
        assertThat(JsonText.of(new Page<>(List.of(office), null)))
                .isEqualTo("{\"items\":[{\"id\":\"5\",\"version\":1,\"registrationNo\":null,"
                        + "\"name\":\"\\\"甲\\\"\\u000a\",\"dispatcherId\":\"2\",\"dispatcherName\":\"乙\","
                        + "\"hostCity\":\"370100\",\"status\":\"UNREGISTERED\",\"registeredOn\":null,"
                        + "\"certificateNo\":null}],\"next\":null}");
    }

    @Test
    public void saysWhichCodesThereAre_whenCodeIsUnknown() {
        assertThatThrownBy(() -> Words.code(OfficeStatus.class, "--status", "x"))
                .isInstanceOf(Invalid.class)
                .hasMessage("--status应为其中之一:UNREGISTERED、REGISTERED");
    }
}

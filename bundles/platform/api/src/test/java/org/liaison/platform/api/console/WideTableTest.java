package org.liaison.platform.api.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.Test;

public class WideTableTest {
    @Test
    public void columnsStayStraight_whenCellsHoldHanCharacters() {
        WideTable table = new WideTable("名称", "no");
        table.row("烟台办", "1");
        table.row("ab\u001b\u009b", null);
        assertThat(printed(table, 80)).containsExactly("名称   | no", "烟台办 | 1", "ab     |");
    }

    @Test
    public void nothingIsLostAndNoLineIsWider_whenTheTextIsWiderThanTheTerminal() {
        String name = "新疆维吾尔自治区克孜勒苏柯尔克孜自治州人民政府驻济南办事处";
        String text = "承担委托事项，服务经济合作，".repeat(12);
        WideTable table = new WideTable("编号", "申请编号", "机构名称", "意见");
        table.row("1024", "SQ-20260305-0001", name, text);
        for (int terminal : new int[] {60, 80, 132}) {
            List<String> lines = printed(table, terminal);
            assertThat(lines).allMatch(line -> WideTable.width(line) <= terminal);
            assertThat(lines.get(1)).startsWith("1024 | SQ-20260305-0001 | 新疆维吾尔");
            assertThat(column(lines, 2)).isEqualTo("机构名称" + name);
            assertThat(column(lines, 3)).isEqualTo("意见" + text);
        }
    }

    @Test
    public void wordsAreBroken_beforeAColumnOfHanCharactersCanNoLongerBeRead() {
        WideTable table = new WideTable("编号", "登记编号", "机构名称", "驻在城市", "状态", "登记日期");
        table.row("01JD3Q8V7Y6W5T4S3R2Q1P0N9M", "LG-370100-2026-00012", "十堰市人民政府驻济南办事处", "济南市", "已备案", "2026-03-05");
        List<String> lines = printed(table, 80);
        assertThat(lines).allMatch(line -> WideTable.width(line) <= 80);
        assertThat(column(lines, 0)).isEqualTo("编号01JD3Q8V7Y6W5T4S3R2Q1P0N9M");
        assertThat(lines.get(1)).contains("| 十堰市人民政 |").endsWith("| 2026-03-05");
    }

    @Test
    public void breaksBetweenWords_andInsideOneOnlyWhenItMust() {
        assertThat(WideTable.wrap("head.idNumber 身份证号", 15)).containsExactly("head.idNumber", "身份证号");
        assertThat(WideTable.wrap("abcdef", 4)).containsExactly("abcd", "ef");
        assertThat(WideTable.wrap("烟台", 1)).containsExactly("烟", "台");
        assertThat(WideTable.wrap("", 4)).containsExactly("");
    }

    @Test
    public void fitsEightyCells_whenTheTerminalDoesNotSay() {
        WideTable table = new WideTable("内容");
        table.row("烟".repeat(60));
        assertThat(printed(table, 0)).containsExactly("内容", "烟".repeat(40), "烟".repeat(20));
    }

    @Test
    public void rareCharactersTakeTwoCells_andMarksNone() {
        assertThat(WideTable.width("𬭎㛃")).isEqualTo(4);
        assertThat(WideTable.width("e\u0301")).isEqualTo(1);
    }

    private static String column(List<String> lines, int number) {
        return lines.stream()
                .map(line -> line.split(" \\|", -1))
                .map(cells -> number < cells.length ? cells[number].strip() : "")
                .collect(Collectors.joining());
    }

    private static List<String> printed(WideTable table, int cells) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        table.print(new PrintStream(bytes, true, StandardCharsets.UTF_8), cells);
        return bytes.toString(StandardCharsets.UTF_8).lines().toList();
    }
}

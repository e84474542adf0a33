package org.liaison.platform.internal.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.Test;
import org.liaison.platform.api.paper.Block.Align;
import org.liaison.platform.api.paper.Block.Box;
import org.liaison.platform.api.paper.Block.Cell;
import org.liaison.platform.api.paper.Block.Row;
import org.liaison.platform.api.paper.Block.Table;
import org.liaison.platform.api.paper.Block.Text;
import org.liaison.platform.api.paper.Face;
import org.liaison.platform.api.paper.Style;
import org.liaison.platform.internal.paper.Pdf.Spot;

/** Lines, tables and bounded places. */
public class SettingTest {
    private static final Style PLAIN = Style.of(Face.SONG, 12);

    @Test
    public void noLineBeginsWithAClosingSign_orEndsWithAnOpeningOne() throws IOException {
        // of every length, so that each sign once meets the edge of a line
        StringBuilder words = new StringBuilder();
        for (int i = 1; i < 60; i++) {
            words.append("甲".repeat(i % 17)).append("（乙）、“丙”；《丁》……戊：〔己〕！");
        }
        List<String> lines = lines(Pdf.print(Sheets.official(Text.of(words.toString(), Style.BODY))));

        assertThat(lines).hasSizeGreaterThan(20);
        assertThat(lines).noneMatch(line -> "）、”；》…：〕！".indexOf(line.charAt(0)) >= 0);
        assertThat(lines).noneMatch(line -> "（“《〔".indexOf(line.charAt(line.length() - 1)) >= 0);
        assertThat(String.join("", lines)).isEqualTo(words.toString());
    }

    @Test
    public void wordsAndNumbers_stayWhole_unlessLongerThanALine() throws IOException {
        String words = "文".repeat(25) + "SQ-20260305-0007" + "文".repeat(20) + "x".repeat(100);

        List<String> lines = lines(Pdf.print(Sheets.official(Text.of(words, Style.BODY))));

        assertThat(lines.get(1)).startsWith("SQ-20260305-0007");
        assertThat(String.join("", lines)).isEqualTo(words);
    }

    @Test
    public void centredParagraphs_areBalancedEachForItself() throws IOException {
        Text title = Text.of("关于" + "十堰市人民政府".repeat(4) + "驻青岛办事处\n备案登记的函", Style.TITLE)
                .align(Align.CENTER);

        List<String> lines = lines(Pdf.print(Sheets.official(title)));

        assertThat(lines).hasSize(3);
        assertThat(lines.get(0).length() - lines.get(1).length()).isBetween(-1, 2);
        assertThat(lines.get(2)).isEqualTo("备案登记的函");
    }

    @Test
    public void centredLines_areAboutEquallyLong() throws IOException {
        Text title = Text.of("关于申请办理十堰市人民政府驻青岛办事处备案登记的函", Style.TITLE).align(Align.CENTER);

        List<String> lines = lines(Pdf.print(Sheets.official(title)));

        assertThat(lines).containsExactly("关于申请办理十堰市人民政府", "驻青岛办事处备案登记的函");
    }

    @Test
    public void longTable_breaksBetweenRows_andRepeatsItsHead() throws IOException {
        List<Row> rows = new ArrayList<>();
        rows.add(Row.of(10, Cell.label("序号"), Cell.label("事项")));
        for (int i = 1; i <= 60; i++) {
            rows.add(Row.of(10, Cell.label("第" + i), Cell.value("事项", "办".repeat(1 + i % 90))));
        }
        Pdf pdf = Pdf.print(Sheets.form(new Table(List.of(20.0, 100.0), rows, 1, 0.5)));

        Map<Integer, String> pages = pages(pdf);
        assertThat(pages).hasSizeGreaterThan(2);
        assertThat(pages.values()).allSatisfy(page -> assertThat(page).startsWith("序号事项第"));
        assertThat(pdf.spots()).allSatisfy(spot -> assertThat(spot.y()).isBetween(17.0, 281.0));
        assertThat(count(pdf, "办")).isEqualTo(rows(60));
    }

    private static long rows(int last) {
        long sum = 0;
        for (int i = 1; i <= last; i++) {
            sum += 1 + i % 90;
        }
        return sum;
    }

    @Test
    public void joinedRows_stayOnOnePage() throws IOException {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            rows.add(Row.fixed(20, Cell.label("组" + i).span(1, 3), Cell.label("一" + i)));
            rows.add(Row.fixed(20, Cell.label("二" + i)));
            rows.add(Row.fixed(20, Cell.label("三" + i)));
        }
        Map<Integer, String> pages = pages(Pdf.print(Sheets.form(new Table(List.of(20.0, 100.0), rows, 0, 0.5))));

        for (int i = 0; i < 10; i++) {
            int group = i;
            assertThat(pages.values())
                    .filteredOn(page -> page.contains("组" + group))
                    .singleElement()
                    .asString()
                    .contains("一" + group, "二" + group, "三" + group);
        }
    }

    @Test
    public void boundedWords_shrinkUntilTheyFit() throws IOException {
        Pdf pdf = Pdf.print(Sheets.form(box("字".repeat(140), 8)));

        assertThat(pdf.printed().pages()).isEqualTo(1);
        assertThat(pdf.spots()).hasSize(140).allSatisfy(spot -> {
            assertThat(spot.size()).isBetween(8.0, 12.0);
            assertThat(spot.x()).isBetween(50.0, 110.0);
            assertThat(spot.y()).isBetween(60.0, 90.0);
        });
    }

    @Test
    public void boundedWords_goOnOnTheNextPage_whenTheyDoNotFitAtTheLeastSize() throws IOException {
        String words = "甲乙丙丁\n".repeat(30) + "戊".repeat(700);

        Pdf pdf = Pdf.print(Sheets.form(box(words, 8)));

        assertThat(pdf.printed().pages()).isEqualTo(2);
        assertThat(pdf.spots().stream().filter(spot -> spot.page() == 1))
                .allSatisfy(spot -> assertThat(spot.y()).isBetween(60.0, 90.0));
        assertThat(pages(pdf).get(1)).endsWith("（未完，接附页）");
        assertThat(pages(pdf).get(2)).startsWith("附页主要业务");
        assertThat(count(pdf, "丁")).isEqualTo(30);
        assertThat(count(pdf, "戊")).isEqualTo(700);
    }

    @Test
    public void rowHigherThanAPage_goesOnOnTheNextPage() throws IOException {
        Cell high = Cell.value("经过", "长".repeat(6000));
        Pdf pdf = Pdf.print(Sheets.form(new Table(List.of(100.0), List.of(Row.of(10, high)), 0, 0.5)));

        assertThat(count(pdf, "长")).isEqualTo(6000);
        assertThat(pdf.spots()).allSatisfy(spot -> assertThat(spot.y()).isBetween(17.0, 281.0));
    }

    @Test
    public void cellOutsideOfItsTable_isRefused() {
        Table wrong = new Table(List.of(20.0), List.of(Row.of(10, Cell.label("甲"), Cell.label("乙"))), 0, 0.5);

        assertThatThrownBy(() -> Pdf.print(Sheets.form(wrong))).isInstanceOf(IllegalArgumentException.class);
    }

    private static Box box(String words, double least) {
        return new Box(50, 60, 60, 30, List.of(Text.of(words, PLAIN.least(least))), false, "主要业务");
    }

    private static long count(Pdf pdf, String character) throws IOException {
        return pdf.spots().stream()
                .filter(spot -> spot.text().equals(character))
                .count();
    }

    private static List<String> lines(Pdf pdf) throws IOException {
        Map<String, StringBuilder> lines = new TreeMap<>();
        for (Spot spot : pdf.spots()) {
            String key = String.format("%03d %07.2f", spot.page(), spot.y());
            lines.computeIfAbsent(key, line -> new StringBuilder()).append(spot.text());
        }
        return lines.values().stream().map(StringBuilder::toString).toList();
    }

    private static Map<Integer, String> pages(Pdf pdf) throws IOException {
        return pdf.spots().stream()
                .collect(Collectors.groupingBy(
                        Spot::page, TreeMap::new, Collectors.mapping(Spot::text, Collectors.joining())));
    }
}

package org.liaison.registration.internal.paper;

import static org.liaison.registration.internal.paper.Wording.text;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.liaison.platform.api.paper.Block.Align;
import org.liaison.platform.api.paper.Block.Break;
import org.liaison.platform.api.paper.Block.Cell;
import org.liaison.platform.api.paper.Block.Gap;
import org.liaison.platform.api.paper.Block.Table;
import org.liaison.platform.api.paper.Block.Text;
import org.liaison.platform.api.paper.Face;
import org.liaison.platform.api.paper.Sheet;
import org.liaison.platform.api.paper.Style;
import org.liaison.platform.api.rules.Code;
import org.liaison.registration.api.Application;
import org.liaison.registration.api.Application.Material;
import org.liaison.registration.api.Application.Opinion;
import org.liaison.registration.api.ApplicationEvent;

/** Notices to the applicant (告知书、通知书), signed by the Bureau. */
final class NoticeSheets {
    private static final Style CELL = Style.of(Face.FANGSONG, 12).least(8);

    private final Application application;
    private final Wording wording;

    NoticeSheets(Application application, Wording wording) {
        this.application = application;
        this.wording = wording;
    }

    /** List of materials and notice of acceptance (材料清单与受理通知书). */
    Sheet acceptance() {
        LocalDate accepted = Opinions.last(application, ApplicationEvent.ACCEPT)
                .map(Opinion::at)
                .map(Wording::day)
                .orElse(null);
        return new Official("备案登记申请受理通知书")
                .number("受理编号：" + application.no())
                .to(application.form().name())
                .paragraph(wording.received(application) + "经核对，申请材料齐全，符合规定形式，决定自即日起受理。")
                .paragraph("我局将自受理之日起" + wording.number("decision.workingdays")
                        + "个工作日内作出是否准予备案的决定。办理期间请保持联系畅通，可在管理平台查询办理进度。")
                .enclosed("备案登记申请材料清单")
                .signed(wording.bureau(), accepted)
                .block(new Break())
                .block(Text.of("附件", Style.of(Face.HEI, 16).leading(29)))
                .block(new Gap(4))
                .block(Text.of("备案登记申请材料清单", Style.TITLE).align(Align.CENTER))
                .block(new Gap(6))
                .block(materials())
                .sheet();
    }

    private Table materials() {
        Map<String, Material> received =
                application.materials().stream().collect(Collectors.toMap(Material::code, Function.identity()));
        Grid grid = new Grid(12, 51, 46, 34, 13).growing(11);
        List.of("序号", "材料名称", "文号", "日期", "份数").forEach(words -> grid.cell(cell(words, Align.CENTER)));
        int number = 0;
        for (Code kind : wording.codes("material")) {
            Material material = received.get(kind.code());
            grid.growing(11)
                    .cell(cell(String.valueOf(++number), Align.CENTER))
                    .cell(cell(kind.label(), Align.JUSTIFY))
                    .cell(cell(material == null ? "" : text(material.documentNo()), Align.JUSTIFY))
                    .cell(cell(material == null ? "" : Wording.date(material.documentDate()), Align.CENTER))
                    .cell(cell(
                            String.valueOf(
                                    material == null ? 0 : material.files().size()),
                            Align.CENTER));
        }
        return grid.table(1);
    }

    private static Cell cell(String words, Align align) {
        return new Cell(List.of(Text.of(words, CELL).align(align)), List.of(), 1, 1, true, words);
    }
}

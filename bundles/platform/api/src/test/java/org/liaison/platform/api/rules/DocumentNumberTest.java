package org.liaison.platform.api.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.Test;

public class DocumentNumberTest {
    private static final List<String> RIGHT =
            List.of("鲁事管发〔2017〕28号", "国办发〔2015〕8号", "渝府办发〔2019〕108号", "鲁事管函〔2026〕3号", "济政办发〔2025〕11号");

    /** Wrong numbers and the repair that is offered; empty where nothing sure can be said. */
    private static final Map<String, String> WRONG = Map.of(
            "鲁事管发[2017]28号", "鲁事管发〔2017〕28号",
            "鲁事管发〔17〕28号", "",
            "鲁事管发〔2017〕028号", "鲁事管发〔2017〕28号",
            "鲁事管发〔2017〕第28号", "鲁事管发〔2017〕28号",
            "鲁事管发（2017）28号", "鲁事管发〔2017〕28号",
            "鲁事管发【２０１７】２８号", "鲁事管发〔2017〕28号",
            "鲁事管发〔2017〕0号", "",
            "鲁事管发〔2017〕100000号", "",
            "鲁事管发〔1817〕28号", "",
            "〔2017〕28号", "");

    @Test
    public void readsAndWritesTheSameText_whenRight() {
        for (String text : RIGHT) {
            assertThat(DocumentNumber.parse(text).map(DocumentNumber::text)).contains(text);
            assertThat(DocumentNumber.checkOwn(text)).isEqualTo(Checked.OK);
            assertThat(DocumentNumber.checkForeign(text)).isEqualTo(Checked.OK);
        }
    }

    @Test
    public void refusesOwnAndOffersTheRepair_whenTheFormIsWrong() {
        WRONG.forEach((text, repair) -> {
            Checked found = DocumentNumber.checkOwn(text);
            assertThat(found.refused()).as(text).isTrue();
            assertThat(found.code()).isEqualTo("DOCUMENT_NUMBER");
            assertThat(DocumentNumber.repair(text).map(DocumentNumber::text).orElse(""))
                    .as(text)
                    .isEqualTo(repair);
            if (!repair.isEmpty()) {
                assertThat(found.message()).contains(repair);
            }
        });
    }

    @Test
    public void takesForeignNumbersAsTextWithAWarning() {
        WRONG.keySet()
                .forEach(text ->
                        assertThat(DocumentNumber.checkForeign(text).level()).isEqualTo(Checked.Level.WARNING));
        assertThat(DocumentNumber.checkForeign(null).level()).isEqualTo(Checked.Level.WARNING);
    }

    @Test
    public void usesSixCornerBrackets_neverTheLookAlikes() {
        assertThat(new DocumentNumber("鲁事管备", 2026, 7).text()).isEqualTo("鲁事管备\u30142026\u30157号");
    }

    @Test
    public void refusesPartsThatMakeNoNumber() {
        assertThatThrownBy(() -> new DocumentNumber("LSG", 2026, 7)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new DocumentNumber("鲁事管备", 26, 7)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new DocumentNumber("鲁事管备", 2026, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new DocumentNumber("鲁事管备", 2026, 100_000))
                .isInstanceOf(IllegalArgumentException.class);
    }
}

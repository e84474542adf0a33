package org.liaison.platform.api.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.Test;

public class FreeTextTest {
    @Test
    public void identityNumberIsFound_inEveryWidthAndGrouping() {
        for (String text : List.of(
                "37010119720315901X",
                "核对37010119720315901x无误",
                "身份证号：370101 19720315 901X",
                "370101-19720315-901X",
                "３７０１０１１９７２０３１５９０１Ｘ",
                "320101198002299038,330101197512319040",
                "A37010119720315901XB")) {
            assertThat(FreeText.holdsIdentityNumber(text)).as(text).isTrue();
            assertThat(FreeText.identityNumber("reason", text)).get().satisfies(v -> assertThat(v.code())
                    .isEqualTo("TEXT_ID_NUMBER"));
        }
    }

    @Test
    public void otherDigitsPass_always() {
        for (String text : new String[] {
            null,
            "",
            "370101197203159019", // check digit wrong
            "370101197102299013", // no such day
            "137010119720315901X", // one digit more
            "37010119720315901",
            "11370000MB9T000111",
            "6222021234567890123",
            "鲁事管备〔2026〕7号",
            "**************901X"
        }) {
            assertThat(FreeText.holdsIdentityNumber(text)).as(text).isFalse();
            assertThat(FreeText.masked(text)).isEqualTo(text);
        }
    }

    @Test
    public void maskedLeavesTheLastFour_ofEachNumber() {
        assertThat(FreeText.masked("换37010119720315901X为 320101198002299038。"))
                .isEqualTo("换**************901X为 **************9038。");
        assertThat(FreeText.masked("370101 19720315 901X"))
                .doesNotContain("1972")
                .hasSize(20);
    }

    @Test
    public void secrecyMarkIsRefused_withStarBracketOrAlone() {
        for (String title : List.of(
                "机密★3年.pdf",
                "关于办公用房的函 秘密★.docx",
                "★绝密.pdf",
                "【机密】关于设立办事处的批复.pdf",
                "关于设立办事处的批复（秘密）.pdf",
                "[绝密] 名单.png",
                "绝密.jpg",
                "密级：机密.ofd",
                "机密_批复.pdf",
                "批复-秘密级.pdf",
                "秘密 关于人员编制的通知.pdf")) {
            assertThat(FreeText.secrecyMark("file", title)).as(title).get().satisfies(v -> assertThat(v.code())
                    .isEqualTo("SECRECY_MARK"));
        }
    }

    @Test
    public void wordsWithoutAMarkPass_always() {
        for (String title : new String[] {
            null, "", "保守国家秘密承诺书.pdf", "商业秘密保护办法.pdf", "机密局职责.docx", "公函.pdf", "★重要★公函.pdf", "秘密花园.pdf"
        }) {
            assertThat(FreeText.secrecyMark("file", title)).as(title).isEmpty();
        }
    }
}

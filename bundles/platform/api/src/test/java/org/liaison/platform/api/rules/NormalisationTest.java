package org.liaison.platform.api.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.Test;

public class NormalisationTest {
    @Test
    public void name_dropsBlanksAndNarrowsDigits_whenChinese() {
        assertThat(Normalisation.name(" 十堰市　人民政府 驻青岛１办Ａ ")).isEqualTo("十堰市人民政府驻青岛1办A");
    }

    @Test
    public void name_keepsSingleBlanks_whenNotChinese() {
        assertThat(Normalisation.name("  Li   Wei ")).isEqualTo("Li Wei");
    }

    @Test
    public void name_keepsFullWidthBrackets() {
        assertThat(Normalisation.name("十堰（驻青）办")).isEqualTo("十堰（驻青）办");
        assertThat(Normalisation.sameName("十堰（驻青）办", "十堰(驻青)办")).isFalse();
    }

    @Test
    public void text_composesCharacters() {
        assertThat(Normalisation.text("e\u0301")).isEqualTo("\u00e9");
    }

    @Test
    public void code_dropsHyphensAndRaisesLetters() {
        assertThat(Normalisation.code(" 3701-01x ")).isEqualTo("370101X");
    }

    @Test
    public void everyForm_keepsNull() {
        assertThat(Normalisation.text(null)).isNull();
        assertThat(Normalisation.name(null)).isNull();
        assertThat(Normalisation.code(null)).isNull();
    }
}

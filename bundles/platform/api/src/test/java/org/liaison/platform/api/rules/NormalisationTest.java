package org.liaison.platform.api.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.Test;

public class NormalisationTest {
    @Test
    public void makesDigitsLettersAndSpaceHalfWidth_andKeepsChinesePunctuation() {
        assertThat(Normalisation.text("　ＡＢｃ　１２３（甲），。 ")).isEqualTo("ABc 123（甲），。");
    }

    @Test
    public void removesInnerBlanks_inChineseNames() {
        assertThat(Normalisation.name(" 某某 市人民政府　驻济南  办事处（筹） ")).isEqualTo("某某市人民政府驻济南办事处（筹）");
        assertThat(Normalisation.name("王 　强")).isEqualTo("王强");
    }

    @Test
    public void keepsOneBlank_betweenLatinWords() {
        assertThat(Normalisation.name("John   Smith")).isEqualTo("John Smith");
        assertThat(Normalisation.name("第 3 处")).isEqualTo("第3处");
    }

    @Test
    public void composesCharacters() {
        assertThat(Normalisation.text("e\u0301")).isEqualTo("\u00e9");
    }

    @Test
    public void keepsCharactersBeyondTheBasicPlane() {
        assertThat(Normalisation.name("𠮷 𡈽")).isEqualTo("𠮷𡈽");
    }

    @Test
    public void leavesNullAndEmptyAlone() {
        assertThat(Normalisation.text(null)).isNull();
        assertThat(Normalisation.name(null)).isNull();
        assertThat(Normalisation.code(null)).isNull();
        assertThat(Normalisation.name(" 　 ")).isEmpty();
    }

    @Test
    public void removesEveryBlankAndRaisesLetters_inCodes() {
        assertThat(Normalisation.code(" ａb\u00a01\t２ ")).isEqualTo("AB12");
    }
}

package org.liaison.registration.internal.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.Test;

public class FileNamesTest {
    @Test
    public void repairsName_whenUtf8WasReadAsLatin1() {
        String mojibake = new String("公函.pdf".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        assertThat(FileNames.repaired(mojibake)).isEqualTo("公函.pdf");
    }

    @Test
    public void keepsName_whenItIsRightAlready() {
        assertThat(FileNames.repaired("公函.pdf")).isEqualTo("公函.pdf");
        assertThat(FileNames.repaired("letter.pdf")).isEqualTo("letter.pdf");
        assertThat(FileNames.repaired("café.pdf")).isEqualTo("café.pdf");
    }
}

package org.liaison.platform.internal.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.liaison.platform.api.paper.Face;

public class TypefacesTest {
    private static final int RARE = 0x2A6A5;

    @Rule
    public TemporaryFolder folder = new TemporaryFolder();

    @Test
    public void ownFile_isTakenForItsFaceAlone() throws IOException {
        put("xiaobiaosong.ttf");
        Typefaces typefaces = new Typefaces(folder.getRoot().toPath());

        Letter own = typefaces.letter(Face.XIAOBIAOSONG, RARE);
        Letter bundled = typefaces.letter(Face.HEI, RARE);

        assertThat(own.typeface()).isNotSameAs(bundled.typeface());
        // the Bureau's heavy face is heavy by itself
        assertThat(own.bold()).isFalse();
        assertThat(bundled.bold()).isTrue();
    }

    @Test
    public void characterThatTheOwnFileLacks_comesFromTheBundle() throws IOException {
        put("fangsong.ttf");
        Typefaces typefaces = new Typefaces(folder.getRoot().toPath());

        assertThat(typefaces.letter(Face.FANGSONG, '文').typeface())
                .isSameAs(typefaces.letter(Face.SONG, '文').typeface());
    }

    @Test
    public void brokenFile_isPassedOver() throws IOException {
        Files.writeString(folder.getRoot().toPath().resolve("fangsong.ttf"), "no font");
        Typefaces typefaces = new Typefaces(folder.getRoot().toPath());

        assertThat(typefaces.letter(Face.FANGSONG, '文').codePoint()).isEqualTo('文');
    }

    @Test
    public void everyCharacterOfTheFirstTwoBlocks_hasAFont() {
        Typefaces typefaces = new Typefaces(Path.of("target/no-fonts"));

        assertThat(IntStream.rangeClosed(0x4E00, 0x9FFF))
                .allMatch(code -> typefaces.letter(Face.FANGSONG, code).absent() == 0);
        assertThat(IntStream.rangeClosed(0x3400, 0x4DBF))
                .allMatch(code -> typefaces.letter(Face.FANGSONG, code).absent() == 0);
    }

    private void put(String name) throws IOException {
        try (InputStream rare = Typefaces.class.getResourceAsStream("/fonts/rare.ttf")) {
            Files.copy(rare, folder.getRoot().toPath().resolve(name));
        }
    }
}

package org.liaison.platform.internal.paper;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.liaison.platform.api.paper.Face;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The fonts: the Bureau's own files of {@code etc/fonts} first, then those of the bundle. Each is read when a character
 * first needs it. Not thread-safe.
 */
final class Typefaces {
    /** What is printed in the place of a character that no font has: the printers' own mark for it. */
    private static final int MISSING = '〓';

    private static final Logger LOG = LoggerFactory.getLogger(Typefaces.class);
    private static final Set<Face> HEAVY = Set.of(Face.XIAOBIAOSONG, Face.HEI);
    private static final Map<Face, String> OWN = new EnumMap<>(Map.of(
            Face.SONG, "songti.ttf",
            Face.FANGSONG, "fangsong.ttf",
            Face.XIAOBIAOSONG, "xiaobiaosong.ttf",
            Face.HEI, "heiti.ttf",
            Face.KAI, "kaiti.ttf"));
    /** The Bureau's font for characters that the faces lack. */
    private static final String OWN_RARE = "rare.ttf";

    private final Path folder;
    private final Map<String, Optional<Typeface>> read = new HashMap<>();

    /** @param folder the Bureau's own files; need not exist */
    Typefaces(Path folder) {
        this.folder = folder;
    }

    /** A new document begins: what was typed in the one before counts no more. */
    void begin() {
        read.values().forEach(font -> font.ifPresent(Typeface::forget));
    }

    /** The character in this face, or the mark in its place. */
    Letter letter(Face face, int codePoint) {
        return find(face, codePoint)
                .or(() -> unified(face, codePoint))
                .orElseGet(() -> find(face, MISSING).orElseThrow().standingFor(codePoint));
    }

    /** A radical or compatibility form is printed as the character it stands for. */
    private Optional<Letter> unified(Face face, int codePoint) {
        String plain = Normalizer.normalize(Character.toString(codePoint), Normalizer.Form.NFKC);
        return plain.codePointCount(0, plain.length()) == 1 ? find(face, plain.codePointAt(0)) : Optional.empty();
    }

    private Optional<Letter> find(Face face, int codePoint) {
        Optional<Typeface> own = own(OWN.get(face));
        if (own.isPresent() && own.get().has(codePoint)) {
            return Optional.of(letter(own.get(), false, codePoint));
        }
        // streams are lazy: the large file of rare characters is read only for one of them
        return Stream.<Supplier<Optional<Typeface>>>of(
                        () -> bundled("song.ttf"), () -> own(OWN_RARE), () -> bundled("rare.ttf"))
                .map(Supplier::get)
                .flatMap(Optional::stream)
                .filter(typeface -> typeface.has(codePoint))
                .findFirst()
                .map(typeface -> letter(typeface, HEAVY.contains(face), codePoint));
    }

    private static Letter letter(Typeface typeface, boolean bold, int codePoint) {
        typeface.typed(codePoint);
        return new Letter(codePoint, typeface, bold, typeface.width(codePoint), 0);
    }

    private Optional<Typeface> own(String name) {
        return read.computeIfAbsent("etc/fonts/" + name, key -> {
            Path file = folder.resolve(name);
            if (!Files.isRegularFile(file)) {
                return Optional.empty();
            }
            try (InputStream in = Files.newInputStream(file)) {
                return Optional.of(Typeface.read(in));
            } catch (IOException e) {
                LOG.warn(
                        "{} is no TrueType font that may be embedded, the font of the bundle is used: {}",
                        key,
                        e.toString());
                return Optional.empty();
            }
        });
    }

    private Optional<Typeface> bundled(String name) {
        return read.computeIfAbsent(name, key -> {
            try (InputStream in = Typefaces.class.getResourceAsStream("/fonts/" + name)) {
                return Optional.of(Typeface.read(in));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}

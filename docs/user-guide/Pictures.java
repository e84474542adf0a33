import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;

/**
 * Takes the pictures of the user guide from what the browser's tests have kept: {@code java docs/user-guide/Pictures.java}, from the
 * root of the project, after the container tests. Each picture that the guide names is cut to what stands above its fold and stored with
 * 256 colours.
 */
public final class Pictures {
    private static final Path GUIDE = Path.of("docs", "user-guide.md");
    private static final Path KEPT = Path.of("itests", "target", "screenshots");
    private static final Pattern NAMED = Pattern.compile("\\(user-guide/([\\w-]+\\.png)\\)");
    private static final int MOST_HEIGHT = 900;
    private static final int COLOURS = 256;

    private Pictures() {}

    public static void main(String[] arguments) throws IOException {
        long bytes = 0;
        Matcher named = NAMED.matcher(Files.readString(GUIDE));
        while (named.find()) {
            Path picture = Path.of("docs", "user-guide", named.group(1));
            BufferedImage whole = ImageIO.read(KEPT.resolve(named.group(1)).toFile());
            ImageIO.write(
                    indexed(whole.getSubimage(0, 0, whole.getWidth(), Math.min(MOST_HEIGHT, whole.getHeight()))),
                    "png",
                    picture.toFile());
            bytes += Files.size(picture);
        }
        System.out.println(bytes / 1024 + " KB");
    }

    /** The picture with its most frequent colours; the others become the nearest of them. */
    private static BufferedImage indexed(BufferedImage picture) {
        Map<Integer, Integer> uses = new HashMap<>();
        for (int rgb : picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth())) {
            uses.merge(rgb, 1, Integer::sum);
        }
        List<Integer> kept = uses.entrySet().stream()
                .sorted(Map.Entry.<Integer, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(COLOURS)
                .map(Map.Entry::getKey)
                .toList();
        byte[][] channels = new byte[3][kept.size()];
        Map<Integer, Integer> places = new HashMap<>();
        for (int i = 0; i < kept.size(); i++) {
            for (int channel = 0; channel < channels.length; channel++) {
                channels[channel][i] = (byte) channel(kept.get(i), channel);
            }
            places.put(kept.get(i), i);
        }
        BufferedImage small = new BufferedImage(
                picture.getWidth(),
                picture.getHeight(),
                BufferedImage.TYPE_BYTE_INDEXED,
                new IndexColorModel(8, kept.size(), channels[0], channels[1], channels[2]));
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                int place = places.computeIfAbsent(picture.getRGB(x, y), rgb -> nearest(kept, rgb));
                small.getRaster().setSample(x, y, 0, place);
            }
        }
        return small;
    }

    private static int nearest(List<Integer> colours, int rgb) {
        int best = 0;
        for (int i = 1; i < colours.size(); i++) {
            if (distance(colours.get(i), rgb) < distance(colours.get(best), rgb)) {
                best = i;
            }
        }
        return best;
    }

    private static int distance(int one, int other) {
        int sum = 0;
        for (int channel = 0; channel < 3; channel++) {
            int difference = channel(one, channel) - channel(other, channel);
            sum += difference * difference;
        }
        return sum;
    }

    private static int channel(int rgb, int channel) {
        return rgb >> 16 - 8 * channel & 255;
    }
}

package org.liaison.platform.web.internal.session;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;

/** A QR code as SVG: black on white whatever the page's colours are, one unit a module. */
final class QrPicture {
    /** What readers need around the code (ISO/IEC 18004). */
    private static final int QUIET = 4;

    private QrPicture() {}

    /** @param content ASCII */
    static String of(String content) {
        ByteMatrix modules = matrix(content);
        int size = modules.getWidth() + 2 * QUIET;
        StringBuilder black = new StringBuilder();
        for (int y = 0; y < modules.getHeight(); y++) {
            for (int x = 0; x < modules.getWidth(); x++) {
                if (modules.get(x, y) == 1) {
                    black.append('M')
                            .append(x + QUIET)
                            .append(' ')
                            .append(y + QUIET)
                            .append("h1v1h-1z");
                }
            }
        }
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + size + " " + size
                + "\" shape-rendering=\"crispEdges\"><path fill=\"#fff\" d=\"M0 0h" + size + "v" + size
                + "H0z\"/><path d=\""
                + black + "\"/></svg>";
    }

    private static ByteMatrix matrix(String content) {
        try {
            return Encoder.encode(content, ErrorCorrectionLevel.M).getMatrix();
        } catch (WriterException e) {
            // not with what was to be encoded: it may be a secret
            throw new IllegalArgumentException("too long for a QR code: " + content.length());
        }
    }
}

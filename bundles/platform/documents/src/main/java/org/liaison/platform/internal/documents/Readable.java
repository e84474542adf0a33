package org.liaison.platform.internal.documents;

import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.concurrent.Semaphore;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.liaison.platform.api.Invalid;

/** Whether people will be able to open a file: broken and locked ones are refused at the door. */
final class Readable {
    /** Pixels of the largest picture: a sheet of A3 at 600 dots an inch has 70 million. */
    private static final long PIXELS = 100_000_000;

    /** PDFs of 20 MB that may be in memory at one time: a PDF is read from its end. */
    private static final Semaphore READERS = new Semaphore(2);

    private Readable() {}

    /** @throws Invalid {@code FILE_UNREADABLE}, {@code FILE_LOCKED} */
    static void pdf(ZipNames.Content content) throws IOException {
        READERS.acquireUninterruptibly();
        try (InputStream in = content.open();
                RandomAccessRead whole = RandomAccessReadBuffer.createBufferFromStream(in)) {
            pages(whole);
        } finally {
            READERS.release();
        }
    }

    private static void pages(RandomAccessRead whole) {
        try (PDDocument document = Loader.loadPDF(whole)) {
            if (document.isEncrypted()) {
                throw locked();
            }
            if (document.getNumberOfPages() == 0) {
                throw unreadable();
            }
        } catch (InvalidPasswordException e) {
            throw locked();
        } catch (IOException | ClassCastException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw unreadable();
        }
    }

    /** Reads the head of the picture, no pixel of it. @throws Invalid {@code FILE_UNREADABLE}, {@code PICTURE_TOO_LARGE} */
    static void picture(ZipNames.Content content) throws IOException {
        try (InputStream in = content.open();
                ImageInputStream image = new MemoryCacheImageInputStream(in)) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(image);
            if (!readers.hasNext()) {
                throw unreadable();
            }
            if (pixels(readers.next(), image) > PIXELS) {
                throw new Invalid("file", "PICTURE_TOO_LARGE", "图片超过1亿像素，请降低扫描分辨率后重新上传");
            }
        }
    }

    private static long pixels(ImageReader reader, ImageInputStream image) {
        try {
            reader.setInput(image, true, true);
            return (long) reader.getWidth(0) * reader.getHeight(0);
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException | NegativeArraySizeException e) {
            throw unreadable();
        } finally {
            reader.dispose();
        }
    }

    private static Invalid unreadable() {
        return new Invalid("file", "FILE_UNREADABLE", "文件已损坏，无法打开，请重新生成后上传");
    }

    private static Invalid locked() {
        return new Invalid("file", "FILE_LOCKED", "文件已加密或设有密码，请解除后重新上传");
    }
}

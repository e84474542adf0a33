package org.liaison.platform.internal.documents;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.liaison.platform.api.Invalid;

/** The kinds of file that are taken (domain page 2.7), told by their content; the name must say the same. */
enum FileType {
    PDF("application/pdf", "pdf"),
    OFD("application/ofd", "ofd"),
    JPG("image/jpeg", "jpg", "jpeg"),
    PNG("image/png", "png"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx");

    private static final byte[] PDF_HEAD = {'%', 'P', 'D', 'F', '-'};
    private static final byte[] JPG_HEAD = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF};
    private static final byte[] PNG_HEAD = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final byte[] ZIP_HEAD = {'P', 'K', 3, 4};

    private final String mediaType;
    private final List<String> extensions;

    FileType(String mediaType, String... extensions) {
        this.mediaType = mediaType;
        this.extensions = List.of(extensions);
    }

    String mediaType() {
        return mediaType;
    }

    /**
     * The type of a file whose content and name agree.
     *
     * @param content opens the clear content once more
     */
    static FileType of(Probe probe, ZipNames.Content content, String fileName) throws IOException {
        FileType found = byContent(probe, content).orElseThrow(FileType::refusal);
        String extension = fileName.substring(fileName.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        if (!found.extensions.contains(extension)) {
            throw refusal();
        }
        if (found == PDF) {
            Readable.pdf(content);
        } else if (found == JPG || found == PNG) {
            Readable.picture(content);
        }
        return found;
    }

    private static Optional<FileType> byContent(Probe probe, ZipNames.Content content) throws IOException {
        byte[] head = probe.head();
        if (starts(head, PDF_HEAD)) {
            return Optional.of(PDF);
        }
        if (starts(head, JPG_HEAD)) {
            return Optional.of(JPG);
        }
        if (starts(head, PNG_HEAD)) {
            return Optional.of(PNG);
        }
        return starts(head, ZIP_HEAD) ? inZip(ZipNames.of(probe, content)) : Optional.empty();
    }

    // Only the directory of the archive is read: nothing is unpacked, so nothing can blow up.
    private static Optional<FileType> inZip(List<String> names) {
        if (names.stream().anyMatch(name -> name.toLowerCase(Locale.ROOT).endsWith("vbaproject.bin"))) {
            throw new Invalid("file", "FILE_MACRO", "文件含有宏，请另存为不含宏的文件后再上传");
        }
        if (names.contains("OFD.xml")) {
            return Optional.of(OFD);
        }
        return names.contains("word/document.xml") ? Optional.of(DOCX) : Optional.empty();
    }

    private static boolean starts(byte[] head, byte[] magic) {
        return head.length >= magic.length && Arrays.equals(head, 0, magic.length, magic, 0, magic.length);
    }

    private static Invalid refusal() {
        return new Invalid("file", "FILE_TYPE", "只接受内容与扩展名一致的pdf、ofd、jpg、png、docx文件");
    }
}

package org.liaison.platform.web.internal.front;

import java.util.Locale;

/**
 * How large a body may be: documents are small, files are not.
 *
 * @param document bytes of JSON, XML or anything unnamed
 * @param upload bytes of a multipart body or a bare file
 */
record BodyLimit(long document, long upload) {
    long of(String contentType) {
        String type =
                contentType == null ? "" : contentType.toLowerCase(Locale.ROOT).strip();
        boolean file = type.startsWith("multipart/")
                || type.startsWith("application/octet-stream")
                || type.startsWith("application/pdf")
                || type.startsWith("application/vnd.")
                || type.startsWith("application/ofd")
                || type.startsWith("image/");
        return file && !type.contains("json") && !type.endsWith("xml") ? upload : document;
    }
}

package org.liaison.registration.internal.soap;

import java.io.InputStream;
import java.io.OutputStream;
import javax.activation.DataSource;

/** A file on its way out: read once, by the writer of the answer, who closes it. */
record OpenedFile(String getName, InputStream getInputStream) implements DataSource {
    @Override
    public String getContentType() {
        return "application/octet-stream";
    }

    @Override
    public OutputStream getOutputStream() {
        throw new UnsupportedOperationException("a file is read only");
    }
}

package org.liaison.platform.web.internal.front;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import javax.servlet.ReadListener;
import javax.servlet.ServletInputStream;

/** A body that comes in when the test says so. */
final class FakeBody extends ServletInputStream {
    private ByteArrayInputStream piece = new ByteArrayInputStream(new byte[0]);
    private ReadListener listener;

    void arrive(String text) throws IOException {
        piece = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        listener.onDataAvailable();
    }

    void end() throws IOException {
        listener.onAllDataRead();
    }

    void breakOff() {
        listener.onError(new IOException("reset"));
    }

    @Override
    public int read() {
        return piece.read();
    }

    @Override
    public int read(byte[] into, int offset, int length) {
        return piece.read(into, offset, length);
    }

    @Override
    public boolean isFinished() {
        return false;
    }

    @Override
    public boolean isReady() {
        return piece.available() > 0;
    }

    @Override
    public void setReadListener(ReadListener reader) {
        listener = reader;
    }
}

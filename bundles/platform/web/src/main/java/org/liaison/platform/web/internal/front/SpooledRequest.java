package org.liaison.platform.web.internal.front;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import javax.servlet.ReadListener;
import javax.servlet.ServletInputStream;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletRequestWrapper;
import org.liaison.platform.api.Caller;

/** A request whose body is there already and which is answered on one thread, whatever the container did before. */
final class SpooledRequest extends HttpServletRequestWrapper {
    private final ServletInputStream body;

    /** @param content the whole body; null when the request has none */
    SpooledRequest(HttpServletRequest request, InputStream content) {
        super(request);
        body = new Body(content == null ? InputStream.nullInputStream() : content);
    }

    @Override
    public ServletInputStream getInputStream() {
        return body;
    }

    @Override
    public BufferedReader getReader() {
        return new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
    }

    @Override
    public boolean isAsyncSupported() {
        return false;
    }

    @Override
    public boolean isAsyncStarted() {
        return false;
    }

    @Override
    public Principal getUserPrincipal() {
        return getAttribute(Caller.class.getName()) instanceof Caller caller ? caller::account : null;
    }

    @Override
    public String getRemoteUser() {
        Principal user = getUserPrincipal();
        return user == null ? null : user.getName();
    }

    private static final class Body extends ServletInputStream {
        private final InputStream content;
        private boolean finished;

        private Body(InputStream content) {
            this.content = content;
        }

        @Override
        public int read() throws IOException {
            int read = content.read();
            finished = read < 0;
            return read;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int read = content.read(into, offset, length);
            finished = read < 0;
            return read;
        }

        @Override
        public void close() throws IOException {
            content.close();
        }

        @Override
        public boolean isFinished() {
            return finished;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new IllegalStateException("the body is there already");
        }
    }
}

package org.liaison.platform.web.internal.publish;

import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.Response;
import org.apache.cxf.message.Message;
import org.apache.cxf.message.MessageContentsList;
import org.apache.cxf.transport.common.gzip.GZIPOutInterceptor;

/**
 * Compresses what a client takes compressed, but for an answer that says its length: fewer bytes than announced are a broken
 * download. Files and papers are such answers, and are compressed already.
 */
final class Compression extends GZIPOutInterceptor {
    /** @param from bytes from which on it is worth it */
    Compression(int from) {
        super(from);
    }

    @Override
    public UseGzip gzipPermitted(Message message) {
        return saysItsLength(message) ? UseGzip.NO : super.gzipPermitted(message);
    }

    private static boolean saysItsLength(Message message) {
        MessageContentsList contents = MessageContentsList.getContentsList(message);
        return contents != null
                && !contents.isEmpty()
                && contents.get(0) instanceof Response answer
                && answer.getHeaders().containsKey(HttpHeaders.CONTENT_LENGTH);
    }
}

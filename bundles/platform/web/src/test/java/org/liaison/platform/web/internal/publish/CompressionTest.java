package org.liaison.platform.web.internal.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.ws.rs.core.Response;
import org.apache.cxf.message.ExchangeImpl;
import org.apache.cxf.message.Message;
import org.apache.cxf.message.MessageContentsList;
import org.apache.cxf.message.MessageImpl;
import org.apache.cxf.transport.common.gzip.GZIPOutInterceptor.UseGzip;
import org.junit.Test;

public class CompressionTest {
    private final Compression compression = new Compression(1024);

    /** An answer to a client that takes gzip. */
    private static Message answer(Object content) {
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.put("Accept-Encoding", List.of("gzip, deflate"));
        Message request = new MessageImpl();
        request.put(Message.PROTOCOL_HEADERS, headers);
        Message answer = new MessageImpl();
        answer.setExchange(new ExchangeImpl());
        answer.getExchange().setInMessage(request);
        answer.setContent(List.class, new MessageContentsList(content));
        return answer;
    }

    @Test
    public void answerIsCompressed_whenItsLengthIsNotSaid() {
        assertThat(compression.gzipPermitted(answer(Response.ok("text").build())))
                .isNotEqualTo(UseGzip.NO);
        assertThat(compression.gzipPermitted(answer("text"))).isNotEqualTo(UseGzip.NO);
    }

    @Test
    public void fileGoesAsItIs_whenItsLengthIsSaid() {
        Response file = Response.ok("bytes").header("Content-Length", 5L).build();

        assertThat(compression.gzipPermitted(answer(file))).isEqualTo(UseGzip.NO);
    }
}

package org.liaison.platform.web.internal.soap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.apache.cxf.message.Exchange;
import org.apache.cxf.message.ExchangeImpl;
import org.apache.cxf.message.Message;
import org.apache.cxf.message.MessageImpl;
import org.junit.Test;

public class MtomWhenAskedTest {
    @Test
    public void answersInParts_whenTheClientSentPartsOrTakesThem() {
        assertThat(answered(Map.of("Content-Type", List.of("multipart/related; type=\"application/xop+xml\""))))
                .isTrue();
        assertThat(answered(Map.of("accept", List.of("text/xml, Multipart/Related"))))
                .isTrue();
    }

    @Test
    public void answersInOnePiece_whenNothingSaysThatTheClientTakesParts() {
        assertThat(answered(Map.of("Content-Type", List.of("text/xml"), "Accept", List.of("*/*"))))
                .isFalse();
        assertThat(answered(Map.of())).isFalse();
        assertThat(answered(null)).isFalse();
    }

    private static boolean answered(Map<String, List<String>> headers) {
        Exchange exchange = new ExchangeImpl();
        Message request = new MessageImpl();
        request.put(Message.PROTOCOL_HEADERS, headers);
        exchange.setInMessage(request);
        Message answer = new MessageImpl();
        answer.setExchange(exchange);
        new MtomWhenAsked().handleMessage(answer);
        return Boolean.TRUE.equals(answer.get(Message.MTOM_ENABLED));
    }
}

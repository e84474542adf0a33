package org.liaison.platform.web.internal.soap;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.cxf.helpers.CastUtils;
import org.apache.cxf.message.Message;
import org.apache.cxf.phase.AbstractPhaseInterceptor;
import org.apache.cxf.phase.Phase;

/**
 * Answers with a file go as MTOM to who sent MTOM or says that it takes it; everybody else gets the file as Base64 in the
 * envelope, because old clients cannot read the other.
 */
public final class MtomWhenAsked extends AbstractPhaseInterceptor<Message> {
    private static final String MULTIPART = "multipart/related";

    public MtomWhenAsked() {
        super(Phase.SETUP);
    }

    @Override
    public void handleMessage(Message message) {
        Message request = message.getExchange().getInMessage();
        if (request != null && asked(request)) {
            message.put(Message.MTOM_ENABLED, Boolean.TRUE);
        }
    }

    private static boolean asked(Message request) {
        Map<String, List<String>> headers = CastUtils.cast((Map<?, ?>) request.get(Message.PROTOCOL_HEADERS));
        return headers != null
                && headers.entrySet().stream()
                        .filter(header -> header.getKey().equalsIgnoreCase("Accept")
                                || header.getKey().equalsIgnoreCase("Content-Type"))
                        .flatMap(header -> header.getValue().stream())
                        .anyMatch(value -> value.toLowerCase(Locale.ROOT).contains(MULTIPART));
    }
}

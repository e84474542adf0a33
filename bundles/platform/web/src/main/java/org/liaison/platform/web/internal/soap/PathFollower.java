package org.liaison.platform.web.internal.soap;

import javax.xml.stream.XMLStreamReader;
import org.apache.cxf.interceptor.StaxInInterceptor;
import org.apache.cxf.message.Message;
import org.apache.cxf.phase.AbstractPhaseInterceptor;
import org.apache.cxf.phase.Phase;

/** Lets the path be known when the body of a call is refused. */
public final class PathFollower extends AbstractPhaseInterceptor<Message> {
    public PathFollower() {
        super(Phase.POST_STREAM);
        addAfter(StaxInInterceptor.class.getName());
    }

    @Override
    public void handleMessage(Message message) {
        XMLStreamReader reader = message.getContent(XMLStreamReader.class);
        if (reader != null) {
            ElementPath path = new ElementPath(reader);
            message.setContent(XMLStreamReader.class, path);
            message.getExchange().put(ElementPath.class, path);
        }
    }
}

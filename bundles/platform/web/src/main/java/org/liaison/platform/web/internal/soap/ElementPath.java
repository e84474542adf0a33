package org.liaison.platform.web.internal.soap;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.util.StreamReaderDelegate;

/** Follows the reading of an envelope and knows at any moment where it is: the path of a field that is refused. */
final class ElementPath extends StreamReaderDelegate {
    private static final int OUTSIDE = 3;

    private final Deque<Step> steps = new ArrayDeque<>();
    private final Step root = new Step("");

    ElementPath(XMLStreamReader reader) {
        super(reader);
    }

    @Override
    public int next() throws XMLStreamException {
        if (getEventType() == END_ELEMENT) {
            steps.pollLast();
        }
        int event = super.next();
        if (event == START_ELEMENT) {
            Step parent = steps.isEmpty() ? root : steps.peekLast();
            String name = getLocalName();
            int before = parent.children.merge(name, 1, Integer::sum) - 1;
            steps.addLast(new Step(before == 0 ? name : name + "[" + before + "]"));
        }
        return event;
    }

    @Override
    public int nextTag() throws XMLStreamException {
        int event = next();
        while (event == CHARACTERS && isWhiteSpace()
                || event == SPACE
                || event == COMMENT
                || event == PROCESSING_INSTRUCTION) {
            event = next();
        }
        if (event != START_ELEMENT && event != END_ELEMENT) {
            throw new XMLStreamException("expected a tag", getLocation());
        }
        return event;
    }

    @Override
    public String getElementText() throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        for (int event = next(); event != END_ELEMENT; event = next()) {
            if (event == START_ELEMENT) {
                throw new XMLStreamException("expected text only", getLocation());
            }
            if (event == CHARACTERS || event == CDATA || event == SPACE) {
                text.append(getText());
            }
        }
        return text.toString();
    }

    /** The element read last, below the operation: {@code premises[1].leaseTo}; empty outside of one. */
    String path() {
        StringBuilder path = new StringBuilder();
        Iterator<Step> all = steps.iterator();
        for (int i = 0; all.hasNext(); i++) {
            String name = all.next().name;
            // Envelope, Body and the operation say nothing to the sender.
            if (i >= OUTSIDE) {
                path.append(path.isEmpty() ? "" : ".").append(name);
            }
        }
        return path.toString();
    }

    private static final class Step {
        private final String name;
        private final Map<String, Integer> children = new HashMap<>(4);

        private Step(String name) {
            this.name = name;
        }
    }
}

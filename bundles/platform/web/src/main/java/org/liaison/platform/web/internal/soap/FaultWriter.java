package org.liaison.platform.web.internal.soap;

import java.util.Locale;
import java.util.UUID;
import javax.xml.bind.UnmarshalException;
import javax.xml.stream.XMLStreamException;
import org.apache.cxf.binding.soap.SoapFault;
import org.apache.cxf.helpers.DOMUtils;
import org.apache.cxf.interceptor.Fault;
import org.apache.cxf.message.Message;
import org.apache.cxf.phase.AbstractPhaseInterceptor;
import org.apache.cxf.phase.Phase;
import org.liaison.platform.api.LiaisonException;
import org.liaison.platform.api.Violation;
import org.liaison.platform.web.internal.error.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Every error that leaves a service, as the typed fault of {@code liaison-platform-v1.xsd}. */
public final class FaultWriter extends AbstractPhaseInterceptor<Message> {
    private static final Logger LOG = LoggerFactory.getLogger(FaultWriter.class);
    private static final String NAMESPACE = "urn:liaison:platform:v1";

    public FaultWriter() {
        super(Phase.SETUP);
    }

    @Override
    public void handleMessage(Message message) {
        if (!(message.getContent(Exception.class) instanceof Fault fault)) {
            return;
        }
        Problem problem = problem(fault, message.getExchange().get(ElementPath.class));
        fault.setMessage(problem.detail());
        fault.setFaultCode(problem.status() < 500 ? Fault.FAULT_CODE_CLIENT : Fault.FAULT_CODE_SERVER);
        fault.setDetail(detail(problem));
    }

    private static Problem problem(Fault fault, ElementPath where) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof LiaisonException ours) {
                return Problem.of(ours);
            }
        }
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnmarshalException) {
                String path = where == null ? "" : where.path();
                return Problem.of(SchemaRule.explain(fault, path));
            }
            if (cause instanceof XMLStreamException
                    || cause.getClass().getName().contains("DepthExceeded")) {
                return Problem.of(400, "XML_SYNTAX", "不是可以接受的XML:格式错误、含有DOCTYPE或超过限制");
            }
        }
        boolean client = fault instanceof SoapFault || Fault.FAULT_CODE_CLIENT.equals(fault.getFaultCode());
        if (client && fault.getCause() == null) {
            return Problem.of(400, "BAD_REQUEST", "请求不符合WSDL");
        }
        String id = UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
        LOG.error("Unexpected error {}", id, fault);
        return Problem.internal(id);
    }

    private static Element detail(Problem problem) {
        Document document = DOMUtils.getEmptyDocument();
        Element detail = document.createElement("detail");
        Element fault = child(detail, "fault");
        text(fault, "code", problem.code());
        text(fault, "message", problem.detail());
        for (Violation violation : problem.violations()) {
            Element broken = child(fault, "violation");
            text(broken, "path", violation.path());
            text(broken, "code", violation.code());
            text(broken, "message", violation.message());
        }
        problem.legal().forEach(event -> text(fault, "legal", event));
        return detail;
    }

    private static Element child(Element parent, String name) {
        Element child = parent.getOwnerDocument().createElementNS(NAMESPACE, name);
        parent.appendChild(child);
        return child;
    }

    private static void text(Element parent, String name, String text) {
        child(parent, name).setTextContent(text == null ? "" : text);
    }
}

package org.liaison.platform.web.internal.soap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ResourceBundle;
import javax.xml.namespace.QName;
import org.apache.cxf.interceptor.Fault;
import org.apache.cxf.message.ExchangeImpl;
import org.apache.cxf.message.Message;
import org.apache.cxf.message.MessageImpl;
import org.junit.Test;
import org.liaison.platform.api.NotFound;
import org.w3c.dom.Element;

public class FaultWriterTest {
    private static final org.apache.cxf.common.i18n.Message TEXT =
            new org.apache.cxf.common.i18n.Message("not recognized", (ResourceBundle) null);

    @Test
    public void fault_saysBadRequest_whenCxfBlamesTheClient() {
        assertThat(code(new Fault(TEXT, Fault.FAULT_CODE_CLIENT))).isEqualTo("BAD_REQUEST");
    }

    @Test
    public void fault_saysInternal_whenNobodyForesawIt() {
        assertThat(code(new Fault(TEXT, new QName("urn:x", "other")))).isEqualTo("INTERNAL");
    }

    @Test
    public void fault_saysTheCodeOfOurError() {
        NotFound missing = new NotFound();
        assertThat(code(new Fault(missing))).isEqualTo(missing.code());
    }

    private static String code(Fault fault) {
        Message message = new MessageImpl();
        message.setExchange(new ExchangeImpl());
        message.setContent(Exception.class, fault);
        new FaultWriter().handleMessage(message);
        Element detail = fault.getDetail();
        return detail.getElementsByTagNameNS("urn:liaison:platform:v1", "code")
                .item(0)
                .getTextContent();
    }
}

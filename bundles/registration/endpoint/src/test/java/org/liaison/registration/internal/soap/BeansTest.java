package org.liaison.registration.internal.soap;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.StringWriter;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.bind.JAXBContext;
import javax.xml.bind.Marshaller;
import javax.xml.bind.Unmarshaller;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.junit.Test;
import org.liaison.platform.api.Role;
import org.liaison.registration.api.Application;
import org.liaison.registration.api.ApplicationEvent;
import org.liaison.registration.api.ApplicationState;
import org.liaison.registration.api.Form;
import org.liaison.registration.api.LetterContent;
import org.liaison.registration.api.Light;
import org.liaison.registration.api.Office;
import org.liaison.registration.api.OfficeStatus;
import org.liaison.registration.api.Review;
import org.liaison.registration.internal.soap.wire.PutForm;

public class BeansTest {
    private final ObjectMapper json =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();
    private final Beans beans = new GeneratedBeans();

    @Test
    public void formIsTheSame_whenEverySampleTravelsAsXml() throws Exception {
        List<Form> forms = samples();
        assertThat(forms).hasSize(40);
        for (Form form : forms) {
            assertThat(overXml(form)).isEqualTo(form);
        }
    }

    @Test
    public void absentValuesStayAbsentAndAbsentListsAreEmpty_whenFormIsBare() throws Exception {
        Form bare = json.readValue("{\"name\":\"甲\"}", Form.class);

        Form back = overXml(bare);

        assertThat(back.name()).isEqualTo("甲");
        assertThat(back.hostCity()).isNull();
        assertThat(back.head()).isNull();
        assertThat(back.nonProfit()).isNull();
        assertThat(back.leaderQuota()).isNull();
        assertThat(back.duties()).isEmpty();
        assertThat(back.premises()).isEmpty();
    }

    @Test
    public void dayIsTheSame_whenClientPutsAZoneBehindIt() throws Exception {
        PutForm request = (PutForm) unmarshaller()
                .unmarshal(new StringReader("<putForm xmlns='urn:liaison:registration:v1'><id>1</id>"
                        + "<expectedVersion>1</expectedVersion><form><head><birthDate>1968-10-27+14:00</birthDate>"
                        + "<cv><from>1991-07Z</from></cv></head></form></putForm>"));

        Form form = beans.toRecord(request.getForm());

        assertThat(form.head().birthDate()).isEqualTo("1968-10-27");
        assertThat(form.head().cv().get(0).from()).hasToString("1991-07");
    }

    @Test
    public void applicationCarriesCodesAndLabels_always() {
        Instant at = Instant.parse("2026-03-31T15:59:59.999Z");
        Application application = new Application(
                "7",
                3,
                "SQ-20260331-0001",
                "5",
                "ONLINE",
                ApplicationState.SUBMITTED,
                List.of(ApplicationEvent.ACCEPT),
                at,
                "ab",
                "clk",
                null,
                List.of(new Application.Material(
                        "M1",
                        "文1",
                        LocalDate.of(2026, 3, 1),
                        List.of(new Application.MaterialFile("9", "公函.pdf", 12, "cd", "application/pdf")))),
                new Review(
                        1,
                        List.of(new Review.Warning(1, "head.cv", "GAP", "有间断", null, null)),
                        List.of(new Review.Tick(LetterContent.NATURE, "clk", at)),
                        List.of(new Review.Notice(
                                1,
                                "clk",
                                at,
                                LocalDate.of(2026, 4, 22),
                                List.of(new Review.Defect(1, "materials.M4", "缺章", "三（二）4", null)))),
                        List.of(),
                        new Review.Proposal(ApplicationEvent.REFUSE_INTAKE, "clk", "张", at, "不属于范围")),
                List.of(new Application.Opinion(
                        ApplicationEvent.ACCEPT, "clk", "张", at, "同意", Role.CLK, ApplicationState.ACCEPTED)),
                "鲁机管备〔2026〕1号",
                LocalDate.of(2026, 4, 1),
                "370100-2026-0001",
                "Z1",
                null,
                new Light(
                        Light.Kind.INTAKE,
                        LocalDate.of(2026, 3, 31),
                        LocalDate.of(2026, 4, 8),
                        false,
                        Light.Colour.YELLOW),
                new Application.Timeliness(LocalDate.of(2026, 1, 1), 89, 90, false));

        var bean = beans.toBean(application);

        assertThat(bean.getVersion()).isEqualTo(3);
        assertThat(bean.getState()).isEqualTo("SUBMITTED");
        assertThat(bean.getStateLabel()).isEqualTo(ApplicationState.SUBMITTED.label());
        assertThat(bean.getEvents()).containsExactly("ACCEPT");
        assertThat(bean.getSubmittedFirstAt()).hasToString("2026-03-31T15:59:59.999Z");
        assertThat(bean.getMaterials().get(0).getFiles().get(0).getFileName()).isEqualTo("公函.pdf");
        assertThat(bean.getMaterials().get(0).getDocumentDate()).hasToString("2026-03-01");
        assertThat(bean.getReview().getWarnings().get(0).getPath()).isEqualTo("head.cv");
        assertThat(bean.getReview().getNotices().get(0).getDefects().get(0).getPath())
                .isEqualTo("materials.M4");
        assertThat(bean.getReview().getProposal().getEventLabel()).isEqualTo("不予受理");
        assertThat(bean.getLight().getColourLabel()).isEqualTo("黄灯");
        assertThat(bean.getTimeliness().getDays()).isEqualTo(89);
        assertThat(bean.getOpinions().get(0).getStateLabel()).isEqualTo("已受理");
        assertThat(bean.getOpinions().get(0).getEvent()).isEqualTo("ACCEPT");
        assertThat(bean.getDecisionDate()).hasToString("2026-04-01");
        assertThat(bean.getForm()).isNull();
    }

    @Test
    public void officeCarriesItsStatusInChinese_always() {
        var bean = beans.toBean(
                new Office("5", 1, null, "甲驻济南办事处", "2", "甲市人民政府", "370100", OfficeStatus.UNREGISTERED, null, null));

        assertThat(bean.getStatus()).isEqualTo("UNREGISTERED");
        assertThat(bean.getStatusLabel()).isEqualTo("未登记");
        assertThat(bean.getRegistrationNo()).isNull();
        assertThat(bean.getRegisteredOn()).isNull();
    }

    private Form overXml(Form form) throws Exception {
        PutForm request = new PutForm();
        request.setId("1");
        request.setExpectedVersion(1);
        request.setForm(beans.toBean(form));
        StringWriter xml = new StringWriter();
        Marshaller marshaller = context().createMarshaller();
        marshaller.setSchema(schema());
        marshaller.marshal(request, xml);
        PutForm read = (PutForm) unmarshaller().unmarshal(new StringReader(xml.toString()));
        return beans.toRecord(read.getForm());
    }

    private static Unmarshaller unmarshaller() throws Exception {
        Unmarshaller unmarshaller = context().createUnmarshaller();
        unmarshaller.setSchema(schema());
        return unmarshaller;
    }

    private static JAXBContext context() throws Exception {
        return JAXBContext.newInstance(PutForm.class);
    }

    private static Schema schema() throws Exception {
        return SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(new StreamSource(new File("src/main/wsdl/registration-v1.xsd")));
    }

    private List<Form> samples() throws IOException {
        try (InputStream in = getClass().getResourceAsStream("/sample-applications.json")) {
            List<Form> forms = new ArrayList<>();
            for (JsonNode sample : json.readTree(in)) {
                forms.add(json.treeToValue(sample.get("form"), Form.class));
            }
            return forms;
        }
    }
}

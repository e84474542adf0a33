package org.liaison.platform.web.internal.soap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.Locale;
import javax.xml.XMLConstants;
import javax.xml.bind.JAXBContext;
import javax.xml.bind.JAXBException;
import javax.xml.bind.Unmarshaller;
import javax.xml.stream.XMLInputFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.liaison.platform.api.Violation;

/** Envelopes read and validated as CXF does it, so that the words of the real validator are what is read. */
public class SchemaRuleTest {
    private static final String SCHEMA =
            """
            <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:t" elementFormDefault="qualified">
              <xs:element name="ask"><xs:complexType><xs:sequence>
                <xs:element name="note" type="xs:string" minOccurs="0"/>
                <xs:element name="id" type="xs:string"/>
                <xs:element name="part" minOccurs="0" maxOccurs="2"><xs:complexType><xs:sequence>
                  <xs:element name="day" type="xs:date" minOccurs="0"/>
                  <xs:element name="number" type="xs:int"/>
                  <xs:element name="event" minOccurs="0"><xs:simpleType><xs:restriction base="xs:string">
                    <xs:enumeration value="SUBMIT"/><xs:enumeration value="RETURN"/></xs:restriction></xs:simpleType></xs:element>
                </xs:sequence></xs:complexType></xs:element>
              </xs:sequence></xs:complexType></xs:element>
            </xs:schema>
            """;

    private final Locale before = Locale.getDefault();

    @Before
    public void speakEnglish() {
        Locale.setDefault(Locale.ENGLISH);
    }

    @After
    public void speakAsBefore() {
        Locale.setDefault(before);
    }

    @Test
    public void namesTypeAndPlace_whenTheTypeIsWrong() throws Exception {
        refused("<id>1</id><part><number>1</number></part><part><day>6.5.2026</day><number>1</number></part>")
                .isEqualTo(new Violation("part[1].day", "WRONG_TYPE", "类型不符，应为日期，如2026-05-06"));
        refused("<id>1</id><part><number>many</number></part>")
                .isEqualTo(new Violation("part.number", "WRONG_TYPE", "类型不符，应为整数"));
        refused("<id><x/></id>").extracting(Violation::code).isEqualTo("WRONG_TYPE");
        refused("text<id>1</id>").extracting(Violation::code).isEqualTo("WRONG_TYPE");
    }

    @Test
    public void namesTheElement_whenItIsMissing() throws Exception {
        refused("<note>x</note>").isEqualTo(new Violation("id", "REQUIRED", "此项必填"));
        refused("").isEqualTo(new Violation("id", "REQUIRED", "此项必填"));
        refused("<id>1</id><part><day>2026-05-06</day></part>")
                .isEqualTo(new Violation("part.number", "REQUIRED", "此项必填"));
    }

    @Test
    public void namesTheElement_whenItIsUnknown() throws Exception {
        refused("<id>1</id><part><number>1</number><event>SUBMIT</event><more/></part>")
                .isEqualTo(new Violation("part.more", "UNKNOWN_PROPERTY", "没有这个字段，请删去或改正字段名"));
        refused("<nonsense/><id>1</id>")
                .isEqualTo(new Violation("nonsense", "UNEXPECTED_PROPERTY", "此处不应有这个字段，按次序应为“note”、“id”"));
    }

    @Test
    public void namesTheCodes_whenTheCodeIsUnknown() throws Exception {
        refused("<id>1</id><part><number>1</number><event>WAIT</event></part>")
                .isEqualTo(new Violation("part.event", "CODE_UNKNOWN", "代码未知，应为：SUBMIT、RETURN"));
    }

    @Test
    public void saysNothingOfWhatWasSent_whenItIsANumberOfAPerson() throws Exception {
        refused("<id>1</id><part><number>37010119720315901X</number></part>")
                .satisfies(violation -> assertThat(violation.toString()).doesNotContain("3701"));
        refused("<id>1</id><n37010119720315901X/>")
                .satisfies(violation -> assertThat(violation.toString()).doesNotContain("37010119720315901X"));
    }

    @Test
    public void saysTheSame_whenTheMachineSpeaksChinese() throws Exception {
        Locale.setDefault(Locale.SIMPLIFIED_CHINESE);
        namesTypeAndPlace_whenTheTypeIsWrong();
        namesTheElement_whenItIsMissing();
        namesTheElement_whenItIsUnknown();
        namesTheCodes_whenTheCodeIsUnknown();
    }

    private static org.assertj.core.api.ObjectAssert<Violation> refused(String parts) throws Exception {
        ElementPath reader = new ElementPath(XMLInputFactory.newFactory()
                .createXMLStreamReader(new StringReader(
                        "<Envelope><Body><ask xmlns=\"urn:t\">" + parts + "</ask></Body></Envelope>")));
        while (!reader.isStartElement() || !reader.getLocalName().equals("ask")) {
            reader.next();
        }
        Schema schema = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(new StreamSource(new StringReader(SCHEMA)));
        Unmarshaller unmarshaller = JAXBContext.newInstance(Ask.class).createUnmarshaller();
        unmarshaller.setSchema(schema);
        try {
            unmarshaller.unmarshal(reader, Ask.class);
        } catch (JAXBException e) {
            Throwable told = e.getLinkedException() == null ? e : e.getLinkedException();
            return assertThat(
                    SchemaRule.explain(told, reader.path()).violations().get(0));
        }
        throw new AssertionError("taken: " + parts);
    }

    /** What is read; the schema alone judges. */
    public static final class Ask {}
}

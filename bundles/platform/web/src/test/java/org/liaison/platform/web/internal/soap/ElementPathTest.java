package org.liaison.platform.web.internal.soap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import org.junit.Test;

public class ElementPathTest {
    @Test
    public void namesTheFieldBelowTheOperation_whenTheReadingStandsInIt() throws Exception {
        assertThat(pathAt("bad", "<e><b><op><office><name>bad</name></office></op></b></e>"))
                .isEqualTo("office.name");
    }

    @Test
    public void countsRepeatedElements_whenTheyHaveTheSameName() throws Exception {
        assertThat(pathAt("bad", "<e><b><op><p><to>x</to></p><p><from>y</from><to>bad</to></p></op></b></e>"))
                .isEqualTo("p[1].to");
    }

    @Test
    public void isEmpty_whenTheReadingIsOutsideOfAnOperation() throws Exception {
        assertThat(pathAt("bad", "<e><b>bad</b></e>")).isEmpty();
    }

    @Test
    public void keepsThePath_whenTheTextOfAnElementIsReadAtOnce() throws Exception {
        ElementPath path = reader("<e><b><op><name>x</name><size>9</size></op></b></e>");
        for (int tag = 0; tag < 4; tag++) {
            path.nextTag();
        }

        assertThat(path.getElementText()).isEqualTo("x");
        assertThat(path.path()).isEqualTo("name");
        path.nextTag();
        assertThat(path.path()).isEqualTo("size");
    }

    private static String pathAt(String text, String xml) throws XMLStreamException {
        ElementPath path = reader(xml);
        while (path.hasNext()) {
            if (path.next() == ElementPath.CHARACTERS && path.getText().equals(text)) {
                return path.path();
            }
        }
        throw new AssertionError("never read: " + text);
    }

    private static ElementPath reader(String xml) throws XMLStreamException {
        return new ElementPath(XMLInputFactory.newFactory().createXMLStreamReader(new StringReader(xml)));
    }
}

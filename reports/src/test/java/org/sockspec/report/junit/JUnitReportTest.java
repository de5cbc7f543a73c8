package org.sockspec.report.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sockspec.report.Run;
import org.sockspec.report.Samples;
import org.sockspec.report.Verdict;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

class JUnitReportTest {

    private static String write(Run run) throws IOException {
        StringWriter out = new StringWriter();
        JUnitReport.write(run, out);
        return out.toString();
    }

    private static void validate(String xml) throws IOException, SAXException {
        var validator = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(JUnitReportTest.class.getResource("surefire-test-report.xsd"))
                .newValidator();
        // Newer JDKs refuse documents of the size that a large run has, unless told that they come from a friend.
        validator.setProperty("jdk.xml.maxGeneralEntitySizeLimit", "0");
        validator.setProperty("jdk.xml.totalEntitySizeLimit", "0");
        validator.validate(new StreamSource(new StringReader(xml)));
    }

    private static Element parse(Run run) throws IOException, SAXException, ParserConfigurationException {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(write(run))))
                .getDocumentElement();
    }

    private static Element testcase(Element suite, String id) {
        for (int i = 0; i < suite.getElementsByTagName("testcase").getLength(); i++) {
            Element testcase = (Element) suite.getElementsByTagName("testcase").item(i);
            if (testcase.getAttribute("name").equals(id)) {
                return testcase;
            }
        }
        throw new AssertionError("no testcase " + id);
    }

    @Test
    void everyRunIsValid() throws Exception {
        validate(write(Samples.run()));
        validate(write(Samples.hostile()));
        validate(write(Samples.big(5_000, Verdict.FAILED)));
    }

    @Test
    void countsAgreeWithTheElements() throws Exception {
        Element suite = parse(Samples.run());

        assertThat(suite.getAttribute("tests")).isEqualTo("12");
        assertThat(suite.getAttribute("failures")).isEqualTo("2");
        assertThat(suite.getAttribute("errors")).isEqualTo("2");
        assertThat(suite.getAttribute("skipped")).isEqualTo("6");
        assertThat(suite.getElementsByTagName("failure").getLength()).isEqualTo(2);
        assertThat(suite.getElementsByTagName("error").getLength()).isEqualTo(2);
        assertThat(suite.getElementsByTagName("skipped").getLength()).isEqualTo(6);
    }

    @ParameterizedTest
    @CsvSource({
        "connect.refused.no-listener@inet6.stream, failure, observed ETIMEDOUT",
        "accept.peer-address@inet6.stream, error, the testee ended with signal SIGSEGV",
        "recv.blocks@inet.stream, error, observed still blocked",
        "'shutdown.twice@inet.stream', skipped, 'known deviation: Linux keeps the state, see its bug 1234'",
        "dgram.urgent@inet.dgram, skipped, unsupported: the testee does not declare recv flag MSG_OOB",
        "readiness.poll.timeout@inet.stream, skipped, inconclusive: the machine's noise of 48 ms exceeds the budget of 20 ms",
    })
    void verdictBecomesAnElementWithAMessage(String id, String element, String message) throws Exception {
        Element testcase = testcase(parse(Samples.run()), id);

        assertThat(((Element) testcase.getElementsByTagName(element).item(0)).getAttribute("message"))
                .isEqualTo(message);
    }

    @Test
    void failureShowsRequirementOutcomesAndCommand() throws Exception {
        Element testcase = testcase(parse(Samples.run()), "connect.refused.no-listener@inet6.stream");

        assertThat(testcase.getAttribute("classname")).isEqualTo("connect.refused.no-listener");
        assertThat(testcase.getTextContent())
                .contains(
                        "no socket listens",
                        "accepted:    ECONNREFUSED",
                        "observed:    ETIMEDOUT",
                        "./sockspec run --select");
    }

    @Test
    void passedCaseHasNoElement() throws Exception {
        assertThat(testcase(parse(Samples.run()), "connect.refused.no-listener@inet.stream")
                        .getElementsByTagName("*")
                        .getLength())
                .isZero();
    }
}

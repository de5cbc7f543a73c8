package org.sockspec.report.junit;

import java.io.IOException;
import java.io.Writer;
import java.util.Locale;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.sockspec.report.CaseResult;
import org.sockspec.report.ClauseInfo;
import org.sockspec.report.ClauseResult;
import org.sockspec.report.Run;
import org.sockspec.report.Standing;
import org.sockspec.report.Tally;
import org.sockspec.report.Verdict;
import org.sockspec.report.text.Text;

/**
 * Renders a run as JUnit XML that is valid against the Surefire report schema.
 *
 * <p>A failed case is a failure, a crashed or hung one an error; everything without a verdict on the
 * implementation, and every known deviation, is skipped with a message.
 */
public final class JUnitReport {
    private static final int MAX_MESSAGE = 500;

    private final Run run;
    private final XMLStreamWriter xml;

    private JUnitReport(Run run, XMLStreamWriter xml) {
        this.run = run;
        this.xml = xml;
    }

    /** Writes the report of a run. */
    public static void write(Run run, Writer out) throws IOException {
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out);
            new JUnitReport(run, xml).suite();
            xml.flush();
        } catch (XMLStreamException failure) {
            throw failure.getNestedException() instanceof IOException cause ? cause : new IOException(failure);
        }
    }

    private void suite() throws XMLStreamException {
        Map<Standing, Integer> cases = Tally.of(run).cases();
        int failures = unexpected(Verdict.FAILED);
        int errors = unexpected(Verdict.CRASHED) + unexpected(Verdict.HUNG);
        int passed = cases.getOrDefault(Standing.PASSED, 0);
        xml.writeStartDocument("UTF-8", "1.0");
        start("testsuite");
        attribute("name", "sockspec " + run.implementation().name());
        attribute("time", seconds(run.wallMs()));
        attribute("tests", String.valueOf(run.cases().size()));
        attribute("errors", String.valueOf(errors));
        attribute("skipped", String.valueOf(run.cases().size() - passed - failures - errors));
        attribute("failures", String.valueOf(failures));
        properties();
        for (ClauseResult result : ClauseResult.of(run)) {
            for (CaseResult of : result.cases()) {
                testcase(result.clause(), of);
            }
        }
        end();
        xml.writeEndDocument();
    }

    private int unexpected(Verdict verdict) {
        return (int) run.cases().stream()
                .filter(result -> result.verdict() == verdict && result.standing() == Standing.DEVIATION)
                .count();
    }

    private void properties() throws XMLStreamException {
        start("properties");
        property("sockspec.version", run.suite().version());
        property("sockspec.catalogue", run.suite().catalogue());
        property("sockspec.profile", run.profile());
        property("implementation.name", run.implementation().name());
        property("implementation.version", run.implementation().version());
        property("implementation.platform", run.implementation().platform());
        end();
    }

    private void property(String name, String value) throws XMLStreamException {
        start("property");
        attribute("name", name);
        attribute("value", value);
        end();
    }

    private void testcase(ClauseInfo clause, CaseResult result) throws XMLStreamException {
        JUnitOutcome outcome = JUnitOutcome.of(run, clause, result);
        start("testcase");
        attribute("name", result.id());
        attribute("classname", result.clause());
        attribute("group", result.level());
        attribute("time", seconds(result.durationMs()));
        if (outcome.element() != null) {
            start(outcome.element());
            attribute("message", Text.line(outcome.message(), MAX_MESSAGE));
            if (result.standing() == Standing.DEVIATION) {
                attribute("type", result.verdict().symbol());
                xml.writeCharacters(Text.visible(outcome.body()));
            }
            end();
        }
        if (result.stderr() != null && result.standing() == Standing.DEVIATION) {
            start("system-err");
            xml.writeCharacters(Text.clip(result.stderr(), Text.LIMIT));
            end();
        }
        end();
    }

    private void start(String element) throws XMLStreamException {
        xml.writeCharacters("\n");
        xml.writeStartElement(element);
    }

    private void end() throws XMLStreamException {
        xml.writeEndElement();
    }

    private void attribute(String name, String value) throws XMLStreamException {
        xml.writeAttribute(name, Text.line(value, Text.LIMIT));
    }

    private static String seconds(double ms) {
        return String.format(Locale.ROOT, "%.3f", ms / 1000);
    }
}

package org.sockspec.report.badge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.sockspec.report.Run;
import org.sockspec.report.Samples;
import org.sockspec.report.Verdict;
import org.xml.sax.InputSource;

class BadgeTest {

    private static String write(Run run) throws IOException {
        StringWriter out = new StringWriter();
        Badge.write(run, out);
        return out.toString();
    }

    @Test
    void countsClausesAndTheirDeviations() throws IOException {
        assertThat(write(Samples.run())).contains(">sockspec<", ">1 passed, 4 deviations<", "1 known deviation");
    }

    @Test
    void cleanRunHasNoDeviations() throws IOException {
        assertThat(write(Samples.big(40, Verdict.PASSED))).contains(">10 passed<");
    }

    @Test
    void badgeIsWellFormedXml() throws Exception {
        assertThat(DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(new InputSource(new StringReader(write(Samples.run()))))
                        .getDocumentElement()
                        .getTagName())
                .isEqualTo("svg");
    }
}

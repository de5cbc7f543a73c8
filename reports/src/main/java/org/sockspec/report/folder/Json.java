package org.sockspec.report.folder;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads and writes the JSON of a run folder. */
final class Json {
    static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private Json() {}

    /** Returns one line, with its line feed. */
    static byte[] line(Object value) {
        // By way of a String, because Jackson refuses to encode the lone surrogates a testee may send.
        return (MAPPER.writeValueAsString(value) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /** Writes a document with one line for each element of its lists, which suits grep and diff. */
    static void writeDocument(Writer out, Object value) throws IOException {
        DefaultPrettyPrinter.Indenter shallow = new ShallowIndenter();
        // By way of a String as well, so that a full disk shows as the IOException it is.
        out.write(MAPPER.writer()
                .with(new DefaultPrettyPrinter().withObjectIndenter(shallow).withArrayIndenter(shallow))
                .writeValueAsString(value));
        out.write('\n');
    }

    private static final class ShallowIndenter implements DefaultPrettyPrinter.Indenter {
        private static final int DEPTH = 2;

        @Override
        public void writeIndentation(JsonGenerator generator, int level) throws JacksonException {
            generator.writeRaw(level <= DEPTH ? "\n" + "  ".repeat(level) : " ");
        }

        @Override
        public boolean isInline() {
            return false;
        }
    }
}

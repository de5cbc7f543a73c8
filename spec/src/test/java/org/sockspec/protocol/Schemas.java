package org.sockspec.protocol;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;

/** The published schemas of the protocol. */
enum Schemas {
    REQUEST("request"),
    REPLY("reply");

    private final Schema schema;

    Schemas(String name) {
        schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(SchemaLocation.of("classpath:protocol/" + name + ".schema.json"));
    }

    /** Returns what is wrong with a message. */
    List<String> violations(String message) {
        return schema.validate(message, InputFormat.JSON).stream()
                .map(Error::toString)
                .toList();
    }
}

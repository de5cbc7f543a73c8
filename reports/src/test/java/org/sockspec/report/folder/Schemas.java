package org.sockspec.report.folder;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;

/** Checks documents against the published schemas. */
final class Schemas {
    private Schemas() {}

    static List<String> violations(String schema, String json) {
        Schema loaded = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(SchemaLocation.of("classpath:org/sockspec/report/" + schema));
        return loaded.validate(json, InputFormat.JSON).stream()
                .map(Error::toString)
                .toList();
    }
}

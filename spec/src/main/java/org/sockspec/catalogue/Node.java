package org.sockspec.catalogue;

import java.util.List;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.resolver.JsonScalarResolver;
import org.snakeyaml.engine.v2.resolver.ScalarResolver;

/** A piece of YAML that knows its line; lighter than the library's nodes, because thousands are made at each start. */
sealed interface Node {
    int line();

    /** @param plain whether it stands without quotes */
    record Scalar(String value, boolean plain, int line) implements Node {
        private static final ScalarResolver RESOLVER = new JsonScalarResolver();

        boolean is(Tag tag) {
            return RESOLVER.resolve(value, plain).equals(tag);
        }
    }

    record Sequence(List<Node> items, int line) implements Node {}

    record Mapping(List<Field> fields, int line) implements Node {}

    record Field(Scalar name, Node value) {}
}

package org.sockspec.catalogue;

import java.io.DataOutput;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;

/** Writes a parsed document as bytes, and reads it back ten times faster than YAML. */
final class NodeImage {
    private static final int QUOTED = 0;
    private static final int PLAIN = 1;
    private static final int SEQUENCE = 2;
    private static final int MAPPING = 3;

    private NodeImage() {}

    static void write(Node node, DataOutput out) throws IOException {
        out.writeInt(node.line());
        if (node instanceof Node.Scalar scalar) {
            out.writeByte(scalar.plain() ? PLAIN : QUOTED);
            writeText(scalar.value(), out);
        } else if (node instanceof Node.Sequence sequence) {
            out.writeByte(SEQUENCE);
            out.writeInt(sequence.items().size());
            for (var item : sequence.items()) {
                write(item, out);
            }
        } else if (node instanceof Node.Mapping mapping) {
            out.writeByte(MAPPING);
            out.writeInt(mapping.fields().size());
            for (var field : mapping.fields()) {
                write(field.name(), out);
                write(field.value(), out);
            }
        }
    }

    static Node read(ByteBuffer in) {
        int line = in.getInt();
        int kind = in.get();
        return switch (kind) {
            case QUOTED, PLAIN -> new Node.Scalar(readText(in), kind == PLAIN, line);
            case SEQUENCE -> sequence(in, line);
            case MAPPING -> mapping(in, line);
            default -> throw new IllegalStateException("no kind of node: " + kind);
        };
    }

    static void writeText(String text, DataOutput out) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    static String readText(ByteBuffer in) {
        int length = in.getInt();
        var text = new String(in.array(), in.position(), length, StandardCharsets.UTF_8);
        in.position(in.position() + length);
        return text;
    }

    private static Node.Sequence sequence(ByteBuffer in, int line) {
        int size = in.getInt();
        var items = new ArrayList<Node>(size);
        for (int i = 0; i < size; i++) {
            items.add(read(in));
        }
        return new Node.Sequence(items, line);
    }

    private static Node.Mapping mapping(ByteBuffer in, int line) {
        int size = in.getInt();
        var fields = new ArrayList<Node.Field>(size);
        for (int i = 0; i < size; i++) {
            fields.add(new Node.Field((Node.Scalar) read(in), read(in)));
        }
        return new Node.Mapping(fields, line);
    }
}

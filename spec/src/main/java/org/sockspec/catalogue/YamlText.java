package org.sockspec.catalogue;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ParserException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;

/** Parses YAML down to nodes that know their line. */
final class YamlText {
    private static final String FIX = "mind the indentation, and put text with : or # between double quotes";
    private static final char UNDECODABLE = '\uFFFD';

    private final Iterator<Event> events;

    private YamlText(String text) {
        this.events =
                new Parse(LoadSettings.builder().build()).parseString(text).iterator();
    }

    /** Returns the document, or nothing after it noted why the text is none. */
    static Optional<Node> parse(String text, Notes notes) {
        int broken = text.indexOf(UNDECODABLE);
        if (broken >= 0) {
            notes.say(lineAt(text, broken), "the file is not UTF-8 text", "save it in UTF-8");
            return Optional.empty();
        }
        try {
            return new YamlText(text).document(notes);
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(Mark::getLine).orElse(0) + 1;
            notes.say(line, "the file is not YAML: " + e.getProblem(), FIX);
        } catch (ReaderException e) {
            notes.say(lineAt(text, e.getPosition()), "the file is not YAML: unprintable character", FIX);
        }
        return Optional.empty();
    }

    private Optional<Node> document(Notes notes) {
        events.next();
        if (events.next().getEventId() == Event.ID.StreamEnd) {
            notes.say(1, "the file is empty", "write area, title, outcomes and clauses, or remove it");
            return Optional.empty();
        }
        var document = node(events.next());
        events.next();
        var after = events.next();
        if (after.getEventId() != Event.ID.StreamEnd) {
            notes.say(line(after), "a second document begins", "keep one per file, without ---");
        }
        return Optional.of(document);
    }

    private Node node(Event event) {
        if (event instanceof ScalarEvent scalar) {
            return new Node.Scalar(scalar.getValue(), scalar.isPlain(), line(event));
        }
        if (event instanceof SequenceStartEvent) {
            return new Node.Sequence(items(), line(event));
        }
        if (event instanceof MappingStartEvent) {
            return new Node.Mapping(fields(), line(event));
        }
        throw refused("an alias stands", event);
    }

    private List<Node> items() {
        var items = new ArrayList<Node>();
        for (var event = events.next(); event.getEventId() != Event.ID.SequenceEnd; event = events.next()) {
            items.add(node(event));
        }
        return items;
    }

    private List<Node.Field> fields() {
        var fields = new ArrayList<Node.Field>();
        for (var event = events.next(); event.getEventId() != Event.ID.MappingEnd; event = events.next()) {
            if (!(node(event) instanceof Node.Scalar name)) {
                throw refused("a list or mapping stands", event);
            }
            fields.add(new Node.Field(name, node(events.next())));
        }
        return fields;
    }

    private static ParserException refused(String what, Event where) {
        return new ParserException(
                null, Optional.empty(), what + " where the catalogue has a name or value", where.getStartMark());
    }

    private static int line(Event event) {
        return event.getStartMark().map(Mark::getLine).orElse(0) + 1;
    }

    private static int lineAt(String text, int position) {
        return 1 + (int) text.chars().limit(position).filter(c -> c == '\n').count();
    }
}

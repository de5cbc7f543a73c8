package org.sockspec.runner;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.sockspec.catalogue.Catalogue;
import org.sockspec.harness.Clause;

/**
 * Which method tests which clause. In a jar stands an index that the build has made, so that a run loads only the specs
 * it needs; in a folder of classes the specs are looked for.
 */
public final class SpecIndex {
    private static final String NAME = "specs.index";

    private final Map<String, Spec> specs;

    private SpecIndex(Map<String, Spec> specs) {
        this.specs = specs;
    }

    /** Names the method that tests a clause; no other in its class has a clause and that name. */
    record Spec(String type, String method) {
        @Override
        public String toString() {
            return type + "." + method;
        }
    }

    /**
     * Writes the index; called by the build.
     *
     * @param arguments the folder to write to
     */
    public static void main(String[] arguments) throws IOException {
        var lines = SpecScan.specs(Catalogue.own()).entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue().type() + " "
                        + entry.getValue().method())
                .toList();
        Files.write(Path.of(arguments[0]).resolve(NAME), lines);
    }

    /**
     * Finds all specs on the class path.
     *
     * @throws IllegalStateException when a spec names a clause that is not in the catalogue, or that another one tests
     */
    public static SpecIndex of(Catalogue catalogue) {
        var index = SpecIndex.class.getResource("/" + NAME);
        return new SpecIndex(
                index == null || index.getProtocol().equals("file") ? SpecScan.specs(catalogue) : read(index));
    }

    /** Returns the method that tests a clause, or nothing if none does. */
    public Optional<Method> find(String clause) {
        return Optional.ofNullable(specs.get(clause)).map(SpecIndex::method);
    }

    /** Returns the ids of the clauses that have a test. */
    public Set<String> clauses() {
        return specs.keySet();
    }

    private static Method method(Spec spec) {
        try {
            return Arrays.stream(Class.forName(spec.type()).getDeclaredMethods())
                    .filter(method -> method.getName().equals(spec.method()))
                    .filter(method -> method.isAnnotationPresent(Clause.class))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("there is no " + spec));
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("there is no " + spec, e);
        }
    }

    private static Map<String, Spec> read(URL index) {
        try (var lines = new BufferedReader(new InputStreamReader(index.openStream(), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .map(line -> line.split(" "))
                    .collect(Collectors.toMap(
                            words -> words[0],
                            words -> new Spec(words[1], words[2]),
                            (one, other) -> one,
                            LinkedHashMap::new));
        } catch (IOException e) {
            throw new UncheckedIOException("the index of the specs cannot be read from " + index, e);
        }
    }
}

package org.sockspec.catalogue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A small sound catalogue in a folder; tests break it in one place. */
final class SampleCatalogue {
    /** Line numbers in tests count from the first line here. */
    static final String CONNECT = """
            area: connect
            title: "Initiating a connection"
            outcomes:
              kept: "what was there before is still there"
            clauses:
              - id: connect.refused.no-listener
                level: must
                profile: posix
                statement: >-
                  connect() to a local port nobody is bound to fails with ECONNREFUSED.
                domains: [inet, inet6]
                types: [stream]
                accepts: [ECONNREFUSED, kept]
                needs: []
                source:
                  posix: "XSH connect(), ERRORS"
                  seed: true
                linux: "ECONNREFUSED"
                check: >-
                  bind a socket to port 0, read the port, close it, connect to it.
            """;

    static final String COVERAGE = """
            | statement of the seed | clauses |
            | --- | --- |
            | Connecting can fail. | `connect.refused.no-listener` |
            """;

    private final Path folder;

    private SampleCatalogue(Path folder) {
        this.folder = folder;
    }

    static SampleCatalogue in(Path folder) {
        return new SampleCatalogue(folder).with(SeedCoverage.FILE, COVERAGE);
    }

    SampleCatalogue with(String file, String text) {
        try {
            Files.writeString(folder.resolve(file), text);
            return this;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Returns {@link #CONNECT} with more fields after the last one, from line 21 on. */
    static String connectWith(String fields) {
        return CONNECT + fields.indent(4);
    }

    Path folder() {
        return folder;
    }
}

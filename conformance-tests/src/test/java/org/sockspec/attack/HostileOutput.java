package org.sockspec.attack;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Standard output of a hostile testee. A thread that makes a call writes the answer to it itself, and last of what it
 * writes then: so the answer to one call can be told from all others.
 */
final class HostileOutput extends OutputStream {
    private final OutputStream out;
    private final boolean reversing;
    private boolean silent;
    private @Nullable Thread repeating;
    private @Nullable Thread withholding;
    private int withheldOf = -1;
    private String withheld = "";
    private boolean ending;

    HostileOutput(OutputStream out, boolean reversing) {
        this.out = out;
        this.reversing = reversing;
    }

    /** Writes something that is no answer. */
    synchronized void insert(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    synchronized void fallSilent() {
        silent = true;
    }

    /** Writes twice what this thread writes next. */
    synchronized void repeatAnswer() {
        repeating = Thread.currentThread();
    }

    /** Keeps what this thread writes next until the session of a descriptor has ended. */
    synchronized void withholdAnswer(int fd) {
        withholding = Thread.currentThread();
        withheldOf = fd;
    }

    /** Tells that the session of a descriptor is about to end. */
    synchronized void sessionEnds(int fd) {
        ending |= fd == withheldOf;
    }

    @Override
    public synchronized void write(byte[] bytes, int offset, int length) throws IOException {
        if (silent) {
            return;
        }
        var lines = new ArrayList<>(new String(bytes, offset, length, StandardCharsets.UTF_8)
                .lines()
                .toList());
        if (repeating == Thread.currentThread()) {
            repeating = null;
            lines.add(lines.get(lines.size() - 1));
        }
        if (withholding == Thread.currentThread()) {
            withholding = null;
            withheld = lines.remove(lines.size() - 1);
        } else if (ending && !withheld.isEmpty() && lines.stream().anyMatch(line -> line.contains("\"stuck\""))) {
            lines.add(withheld);
            withheld = "";
        }
        if (reversing) {
            Collections.reverse(lines);
        }
        write(lines);
    }

    @Override
    public void write(int single) throws IOException {
        write(new byte[] {(byte) single}, 0, 1);
    }

    @Override
    public void close() throws IOException {
        out.close();
    }

    private void write(List<String> lines) throws IOException {
        insert(lines.isEmpty() ? "" : String.join("\n", lines) + "\n");
    }
}

package org.sockspec.report;

import java.util.List;

/**
 * Identifies the implementation that was validated, as its testee introduced it.
 *
 * @param name name of the implementation
 * @param version its version
 * @param platform what it ran on
 * @param command the command of the testee, word by word; empty for the reference
 */
public record ImplementationInfo(String name, String version, String platform, List<String> command) {

    /** Copies the command. */
    public ImplementationInfo {
        command = List.copyOf(command);
    }
}

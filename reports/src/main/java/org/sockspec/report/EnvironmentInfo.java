package org.sockspec.report;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Describes the machine of a run, as far as it bears on the verdicts.
 *
 * @param os operating system and its version
 * @param java version of the Java runtime
 * @param cores number of processors
 * @param noiseMs measured scheduling jitter, in ms
 * @param timeScale factor that every time budget was multiplied by
 * @param tools fault tools that were used: where each came from, and its version, by name
 */
public record EnvironmentInfo(
        String os, String java, int cores, double noiseMs, double timeScale, Map<String, String> tools) {

    /** Copies the tools in their order. */
    public EnvironmentInfo {
        tools = Collections.unmodifiableMap(new LinkedHashMap<>(tools));
    }
}

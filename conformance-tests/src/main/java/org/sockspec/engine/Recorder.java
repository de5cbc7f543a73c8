package org.sockspec.engine;

/** Takes the reports of finished cases, from many threads at once. */
@FunctionalInterface
public interface Recorder {
    void finished(CaseReport report);
}

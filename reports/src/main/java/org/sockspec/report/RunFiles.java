package org.sockspec.report;

import java.util.stream.Stream;
import org.sockspec.report.text.Text;

/** Names the files of a run folder that reports link to; all names are relative to the folder. */
public final class RunFiles {
    private RunFiles() {}

    /** Returns the file with the transcripts of an area. */
    public static String transcripts(String area) {
        return "transcripts/" + safe(area) + ".ndjson";
    }

    /** Returns the file with the uncut text of a case. */
    public static String raw(String caseId) {
        return "raw/" + safe(caseId) + ".txt";
    }

    /** Tells whether reports have to cut a text of the case, so that it needs a raw file. */
    public static boolean needsRaw(CaseResult result) {
        return Stream.of(result.observed(), result.detail(), result.stderr())
                .anyMatch(text -> text != null && text.length() > Text.LIMIT);
    }

    private static String safe(String id) {
        return id.replaceAll("[^A-Za-z0-9@._-]", "_");
    }
}

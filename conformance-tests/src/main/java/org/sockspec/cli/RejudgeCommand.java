package org.sockspec.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.sockspec.catalogue.Catalogue;
import org.sockspec.catalogue.Profile;
import org.sockspec.engine.Budgets;
import org.sockspec.engine.CaseReport;
import org.sockspec.engine.Recording;
import org.sockspec.mutants.Laboratory;
import org.sockspec.protocol.ProtocolException;
import org.sockspec.replay.Replay;
import org.sockspec.report.CaseResult;
import org.sockspec.report.Run;
import org.sockspec.report.Transcript;
import org.sockspec.report.Verdict;
import org.sockspec.report.folder.RunFolder;
import org.sockspec.runner.SpecIndex;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "rejudge",
        mixinStandardHelpOptions = true,
        description = "Judge a run again by what it has recorded: the tests of today see the answers of then. No"
                + " implementation is started and nothing is waited for.",
        footer = {
            "",
            "Example:",
            "  ./sockspec rejudge sockspec-runs/latest",
            "",
            "Exit codes: 0 every verdict is the same; 1 some differ; 2 none differs, but some cases cannot be judged from",
            "their recording, since their tests make other calls now; 4 the run has no recordings."
        })
final class RejudgeCommand implements Callable<Integer> {
    private final Streams streams;

    @Parameters(paramLabel = "RUN", description = "The run's folder.")
    private Path path = Path.of("");

    RejudgeCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        var run = RunFolder.read(path);
        var transcripts = RunFolder.open(path).transcripts();
        int same = 0;
        var differ = new ArrayList<String>();
        var unknown = new ArrayList<String>();
        try (var replay = replay(run)) {
            for (var result : run.cases()) {
                var transcript = transcripts.apply(result.id());
                if (!wasJudged(result) || transcript.equals(Transcript.NONE)) {
                    continue;
                }
                try {
                    var now = again(replay, result, transcript);
                    if (isSame(result, now)) {
                        same++;
                    } else {
                        differ.add(line(result, now));
                    }
                } catch (Recording.Departure | ProtocolException e) {
                    unknown.add(result.id() + ": " + e.getMessage());
                }
            }
        }
        tell("Verdicts that differ", differ);
        tell("Cases that cannot be judged from their recording", unknown);
        streams.out()
                .printf(
                        "%s judged again: %d the same, %d differ, %d unknown%n",
                        Words.count(same + differ.size() + unknown.size(), "case"),
                        same,
                        differ.size(),
                        unknown.size());
        streams.out().flush();
        if (same + differ.size() + unknown.size() == 0) {
            return Exit.NOTHING_RAN;
        }
        return !differ.isEmpty() ? Exit.FAILED : unknown.isEmpty() ? Exit.CONFORMS : Exit.INCOMPLETE;
    }

    private static Replay replay(Run run) {
        var seen = run.environment();
        return new Replay(
                SpecIndex.of(Catalogue.own()),
                Laboratory.capabilities(),
                run.profile().equals(Profile.LINUX.symbol()) ? Profile.LINUX : Profile.POSIX,
                Budgets.scaled(seen.noiseMs(), seen.timeScale()));
    }

    private static CaseReport again(Replay replay, CaseResult result, Transcript transcript) {
        var id = Catalogue.own()
                .find(result.clause())
                .flatMap(clause -> clause.cases().stream()
                        .filter(one -> one.toString().equals(result.id()))
                        .findFirst())
                .orElseThrow(() -> new ProtocolException("the catalogue has no such case any more"));
        return replay.judge(Tape.of(id, transcript));
    }

    /** Tells whether a test looked at what the implementation did; what died or is lacking cannot be looked at again. */
    private static boolean wasJudged(CaseResult result) {
        return switch (result.verdict()) {
            case PASSED, FAILED, HUNG -> true;
            case CRASHED, UNSUPPORTED, NOT_RUN, INCONCLUSIVE -> false;
        };
    }

    private static boolean isSame(CaseResult then, CaseReport now) {
        return then.verdict() == now.verdict()
                && (then.verdict() == Verdict.PASSED || Objects.equals(then.observed(), now.observed()));
    }

    private static String line(CaseResult then, CaseReport now) {
        return then.id() + ": " + then.verdict().symbol() + ", now "
                + now.verdict().symbol()
                + Optional.ofNullable(now.detail()).map(detail -> ": " + detail).orElse("");
    }

    private void tell(String title, List<String> lines) {
        if (!lines.isEmpty()) {
            streams.out().println(title);
            lines.forEach(line -> streams.out().println("  " + line));
        }
    }
}

package org.sockspec.engine;

import java.util.ArrayList;
import java.util.List;
import org.sockspec.api.Call;
import org.sockspec.api.Outcome;
import org.sockspec.catalogue.CaseId;

/**
 * What a case did and was given, so that it can be judged again without anybody it talked to.
 *
 * @param answers its calls in order
 * @param learnt what it learnt otherwise, in order: addresses that it was lent, or whether a file was there
 */
public record Recording(CaseId id, List<Answer> answers, List<Object> learnt) {

    /**
     * One call and what came of it.
     *
     * @param looks how often somebody waited in vain before the reply was seen
     * @param started when the call was sent
     * @param ended when the reply came, or 0
     */
    public record Answer(String host, Call call, Outcome outcome, int looks, long started, long ended) {

        /** Returns the call the way C writes it. */
        public String text() {
            return Rendering.call(call);
        }

        /** Returns the same call with another outcome, seen after as many looks. */
        public Answer giving(Outcome other) {
            return new Answer(host, call, other, looks, started, ended);
        }

        /** Returns the same call with an outcome that comes earlier or later. */
        public Answer after(int otherLooks) {
            return new Answer(host, call, outcome, otherLooks, started, ended);
        }
    }

    /** The case made another call than it did then, so nobody knows what would come of it. */
    public static final class Departure extends RuntimeException {
        Departure(String message) {
            super(message, null, false, false);
        }
    }

    /** Records a case that has ended. */
    public static Recording of(CaseRun run) {
        var answers = run.exchanges().stream()
                .map(exchange -> new Answer(
                        exchange.host(),
                        exchange.call(),
                        exchange.now(),
                        exchange.looks(),
                        exchange.started(),
                        exchange.ended()))
                .toList();
        return new Recording(run.id(), answers, run.learnt());
    }

    /** Returns the same recording with one answer replaced; they count from 0. */
    public Recording with(int number, Answer answer) {
        var changed = new ArrayList<>(answers);
        changed.set(number, answer);
        return new Recording(id, List.copyOf(changed), learnt);
    }

    Reply reply(int number, String host, Call call) {
        if (number > answers.size()) {
            throw new Departure("a call more than it was: " + call);
        }
        var answer = answers.get(number - 1);
        if (!answer.host().equals(host) || !answer.call().equals(call)) {
            throw new Departure(call + " at " + host + " where it was " + answer.call() + " at " + answer.host());
        }
        return new PlayedReply(answer);
    }

    <T> T learnt(int number, Class<T> type) {
        if (number >= learnt.size() || !type.isInstance(learnt.get(number))) {
            throw new Departure("it learns something else than it did");
        }
        return type.cast(learnt.get(number));
    }
}

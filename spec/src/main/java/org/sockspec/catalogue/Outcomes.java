package org.sockspec.catalogue;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sockspec.api.Errno;
import org.sockspec.api.Outcome;
import org.sockspec.api.Signal;

/** Knows the outcomes that need no explanation in a file. */
final class Outcomes {
    static final String BLOCKS = "blocks";
    static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

    private static final Set<String> ERRNOS = errnos();
    private static final Set<String> EAI = Set.of(
            "EAI_ADDRFAMILY",
            "EAI_AGAIN",
            "EAI_BADFLAGS",
            "EAI_FAIL",
            "EAI_FAMILY",
            "EAI_MEMORY",
            "EAI_NONAME",
            "EAI_OVERFLOW",
            "EAI_SERVICE",
            "EAI_SOCKTYPE",
            "EAI_SYSTEM");
    private static final Set<String> SIGNALS = Stream.concat(
                    Arrays.stream(Signal.values()).map(Signal::name), Stream.of("SIGSEGV"))
            .collect(Collectors.toUnmodifiableSet());
    private static final Pattern SYMBOL = Pattern.compile("POLL(IN|PRI|OUT|ERR|HUP|NVAL|RDHUP|RDNORM|WRNORM)"
            + "|EPOLL(IN|OUT|RDHUP|HUP|ERR)|O_RDWR|AF_INET6?|AF_UNIX");
    private static final Pattern LITERAL = Pattern.compile("-?\\d+|\\d+\\.\\d+\\.\\d+\\.\\d+|::ffff:[\\d.]+");
    private static final Pattern RETURN_VALUE = Pattern.compile("0|[1-9]\\d{0,17}");
    private static final String ANSWER_HINT = "write an errno name or a return value in quotes";

    /** What a mutant can answer: a failure or a return value. */
    static final Kind ANSWER = Kind.text(Outcomes::isAnswer, "is no answer", ANSWER_HINT);

    /** What a mutant can ask of a real call. */
    static final Kind RESULT = Kind.text(
            text -> isAnswer(text) || text.equals(Result.SUCCESS),
            "is no result",
            ANSWER_HINT + ", or " + Result.SUCCESS);

    /** What a call can have come to before. */
    static final Kind PAST = Kind.text(
            text -> ERRNOS.contains(text) || text.equals(Result.SUCCESS) || text.equals("0"),
            "is nothing that a call comes to",
            "write an errno name, " + Result.SUCCESS + " or \"0\"");

    private Outcomes() {}

    /** Converts what {@link #ANSWER} has approved. */
    static Outcome answer(String text) {
        return RETURN_VALUE.matcher(text).matches()
                ? Outcome.returned(Long.parseLong(text))
                : Outcome.failed(new Errno(text));
    }

    /** Explains an outcome that is not named by a file. */
    static Optional<String> explain(String outcome) {
        if (ERRNOS.contains(outcome) || EAI.contains(outcome)) {
            return Optional.of("the call fails with " + outcome);
        }
        if (outcome.equals(Result.SUCCESS)) {
            return Optional.of("the call succeeds, whatever it returns");
        }
        if (outcome.equals(BLOCKS)) {
            return Optional.of("the call is still pending while other progress happens, and completes after the event"
                    + " that releases it");
        }
        if (SIGNALS.contains(outcome)) {
            return Optional.of(outcome + " is delivered");
        }
        if (SYMBOL.matcher(outcome).matches()) {
            return Optional.of(outcome + " is observed");
        }
        return LITERAL.matcher(outcome).matches()
                ? Optional.of("the call returns, or the value in question is, exactly " + outcome)
                : Optional.empty();
    }

    private static boolean isAnswer(String text) {
        return ERRNOS.contains(text) || RETURN_VALUE.matcher(text).matches();
    }

    private static Set<String> errnos() {
        return Arrays.stream(Errno.class.getFields())
                .filter(field -> Modifier.isStatic(field.getModifiers()) && field.getType() == Errno.class)
                .map(Field::getName)
                .collect(Collectors.toUnmodifiableSet());
    }
}

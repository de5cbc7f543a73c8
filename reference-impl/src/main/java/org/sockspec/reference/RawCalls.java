package org.sockspec.reference;

import com.sun.jna.Function;
import com.sun.jna.Memory;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sockspec.api.Argument;
import org.sockspec.api.Bytes;
import org.sockspec.api.Domain;
import org.sockspec.api.Outcome;
import org.sockspec.api.Returned;
import org.sockspec.api.SocketType;

/** Calls functions of libc with memory, lengths and pointers as they are given. */
final class RawCalls {
    private static final Set<String> FUNCTIONS = Set.of("accept", "getpeername", "getsockname", "listen", "socketpair");
    private static final int SOMAXCONN = 4096;
    private static final Pointer UNMAPPED = new Pointer(-1);

    private final Callers callers;

    RawCalls(Callers callers) {
        this.callers = callers;
    }

    Outcome make(String name, List<Argument> arguments) {
        if (!FUNCTIONS.contains(name)) {
            return new Outcome.Unsupported("raw " + name);
        }
        var function = NativeLibrary.getProcess().getFunction(name);
        var values = arguments.stream().map(RawCalls::value).toArray();
        long firstArgument = values.length > 0 && values[0] instanceof Integer fd ? fd : 0;
        var answer = Answers.of(callers.during(firstArgument, () -> call(function, values)));
        var left = new ArrayList<Argument>();
        for (int i = 0; i < values.length; i++) {
            left.add(values[i] instanceof Memory memory ? left(arguments.get(i), memory) : arguments.get(i));
        }
        return answer instanceof Outcome.Failed failed
                ? new Outcome.Failed(failed.errno(), left)
                : Returned.raw(((Returned) answer).value(), left);
    }

    private static int call(Function function, @Nullable Object[] values) {
        return function.invokeInt(values);
    }

    private static @Nullable Object value(Argument argument) {
        if (argument instanceof Argument.Number given) {
            return given.number();
        }
        if (argument instanceof Argument.Symbol symbol) {
            return number(symbol.symbol());
        }
        if (argument instanceof Argument.Ints ints) {
            var memory = new Memory((long) ints.ints().size() * Integer.BYTES);
            memory.write(
                    0,
                    ints.ints().stream().mapToInt(i -> i).toArray(),
                    0,
                    ints.ints().size());
            return memory;
        }
        if (argument instanceof Argument.Memory given) {
            var memory = new Memory(given.bytes().length());
            memory.write(0, given.bytes().toArray(), 0, given.bytes().length());
            return memory;
        }
        return ((Argument.Wrong) argument).pointer() == Argument.Pointer.NULL ? null : UNMAPPED;
    }

    private static Argument left(Argument given, Memory memory) {
        return given instanceof Argument.Ints ints
                ? new Argument.Ints(
                        Arrays.stream(memory.getIntArray(0, ints.ints().size()))
                                .boxed()
                                .toList())
                : new Argument.Memory(Bytes.of(memory.getByteArray(0, (int) memory.size())));
    }

    private static int number(String symbol) {
        return symbol.equals("SOMAXCONN")
                ? SOMAXCONN
                : symbol.startsWith("AF_")
                        ? Symbols.number(Domain.valueOf(symbol))
                        : Symbols.number(SocketType.valueOf(symbol));
    }
}

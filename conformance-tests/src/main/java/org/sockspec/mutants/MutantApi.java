package org.sockspec.mutants;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sockspec.api.Call;
import org.sockspec.api.Errno;
import org.sockspec.api.Outcome;
import org.sockspec.api.SocketApi;
import org.sockspec.catalogue.Mutant;

/** Plays the rules of a mutant over a working implementation; what no rule matches goes through unchanged. */
final class MutantApi implements InvocationHandler {
    private static final Map<String, Class<? extends Call>> CALLS = Call.kinds()
            .filter(type -> type != Call.PthreadKill.class)
            .collect(Collectors.toMap(type -> decapitalised(type.getSimpleName()), type -> type));

    private final SocketApi real;
    private final Mutant mutant;
    private final Matcher matcher;
    private final Effects effects;
    private final Descriptors descriptors = new Descriptors();
    private final Map<Thread, Parked> parked = new ConcurrentHashMap<>();

    private MutantApi(SocketApi real, Mutant mutant) {
        this.real = real;
        this.mutant = mutant;
        this.matcher = new Matcher(mutant.rules(), descriptors);
        this.effects = new Effects(real, parked);
    }

    static SocketApi of(SocketApi real, Mutant mutant) {
        return (SocketApi) Proxy.newProxyInstance(
                MutantApi.class.getClassLoader(), new Class<?>[] {SocketApi.class}, new MutantApi(real, mutant));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        var type = CALLS.get(method.getName());
        if (type == null) {
            return switch (method.getName()) {
                // A mutant may block where nothing else does.
                case "mayBlock" -> true;
                case "forSession" -> of(real.forSession(), mutant);
                case "release" -> release((Thread) arguments[0]);
                default -> pass(method, arguments);
            };
        }
        var call = (Call) type.getDeclaredConstructors()[0].newInstance(arguments == null ? new Object[0] : arguments);
        var outcome = answer(proxy, method, arguments, call);
        descriptors.follow(call, outcome);
        return outcome;
    }

    private Outcome answer(Object proxy, Method method, Object @Nullable [] arguments, Call call) throws Throwable {
        if (effects.isLost(call)) {
            return Outcome.failed(Errno.EBADF);
        }
        var rule = matcher.match(call);
        if (rule.isPresent() && !rule.get().callsFirst()) {
            return effects.instead(rule.get().effect(), call);
        }
        // The composite calls are loops over send() and recv(): run over this proxy, a mutant of those shows in them.
        var outcome = (Outcome)
                (call instanceof Call.SendPattern || call instanceof Call.RecvPattern
                        ? InvocationHandler.invokeDefault(proxy, method, arguments)
                        : pass(method, arguments));
        return rule.isPresent() && matcher.holds(rule.get(), outcome)
                ? effects.after(rule.get().effect(), call, outcome)
                : outcome;
    }

    private @Nullable Object pass(Method method, Object @Nullable [] arguments) throws ReflectiveOperationException {
        return method.invoke(real, arguments);
    }

    private @Nullable Object release(Thread thread) {
        Optional.ofNullable(parked.get(thread)).ifPresentOrElse(Parked::release, () -> real.release(thread));
        return null;
    }

    private static String decapitalised(String name) {
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }
}

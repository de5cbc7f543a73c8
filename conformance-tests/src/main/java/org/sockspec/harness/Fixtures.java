package org.sockspec.harness;

import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.sockspec.api.Domain;
import org.sockspec.api.SocketType;
import org.sockspec.engine.CaseRun;

/** Makes what a spec method asks for by its parameters. */
final class Fixtures {
    private Fixtures() {}

    static Object resolve(Parameter parameter, CaseRun run) {
        var type = parameter.getType();
        if (type == Host.class) {
            return new Host(run, parameter.getName());
        }
        if (type == Network.class) {
            return new Network(run);
        }
        if (type == Proxy.class) {
            return new Proxy(run);
        }
        if (type == Link.class) {
            return new Link(run);
        }
        if (type == Directory.class) {
            return new Directory(run);
        }
        if (type == Observation.class) {
            return new Observation(run);
        }
        if (type == Domain.class) {
            return run.domain();
        }
        if (type == SocketType.class) {
            return run.type();
        }
        var table = SpecMethod.of((Method) parameter.getDeclaringExecutable()).table();
        if (table.isPresent() && type.isInstance(table.get().row(run.id().clause()))) {
            return table.get().row(run.id().clause());
        }
        throw new ParameterResolutionException("no fixture of type " + type.getName() + "; see org.sockspec.harness");
    }
}

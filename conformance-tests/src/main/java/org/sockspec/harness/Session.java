package org.sockspec.harness;

import java.util.function.Predicate;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.sockspec.catalogue.CaseId;
import org.sockspec.engine.Suite;

/** The suite that a launcher session runs. The command line puts one there; any other launcher gets the default. */
public final class Session {
    /** Name of the place in the session's store where a given suite and a selection may stand, by their types. */
    public static final String STORE = "org.sockspec";

    private Session() {}

    /**
     * The cases to run, where not all of a method are wanted.
     *
     * @param copies how often each is run, beside itself; 1 but for measurements
     */
    public record Selection(Predicate<CaseId> cases, int copies) {}

    /** A suite that outlives the session; what stands in the store itself is closed with it. */
    public record Given(Suite suite) {}

    static Suite suite(ExtensionContext context) {
        var given = store(context).get(Given.class, Given.class);
        return given != null
                ? given.suite()
                : store(context).computeIfAbsent(Suite.class, key -> DefaultSuite.create(), Suite.class);
    }

    static Selection selection(ExtensionContext context) {
        return store(context).computeIfAbsent(Selection.class, key -> new Selection(id -> true, 1), Selection.class);
    }

    private static ExtensionContext.Store store(ExtensionContext context) {
        return context.getStore(StoreScope.LAUNCHER_SESSION, Namespace.create(STORE));
    }
}

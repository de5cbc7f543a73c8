package org.sockspec.mutants;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.sockspec.api.Outcome;
import org.sockspec.api.Returned;
import org.sockspec.catalogue.Past;
import org.sockspec.catalogue.Result;

/** The calls that were made, and what they came to. */
final class History {
    private static final String ZERO = "0";

    private final Set<String> past = ConcurrentHashMap.newKeySet();

    void add(String call, Outcome came) {
        if (came instanceof Returned returned) {
            past.add(entry(call, Result.SUCCESS));
            if (returned.value() == 0) {
                past.add(entry(call, ZERO));
            }
        } else if (came instanceof Outcome.Failed failed) {
            past.add(entry(call, failed.errno().name()));
        }
    }

    boolean fits(Past wanted) {
        return wanted.seen().entrySet().stream().allMatch(call -> past.contains(entry(call.getKey(), call.getValue())))
                && wanted.missing().stream().noneMatch(call -> past.contains(entry(call, Result.SUCCESS)));
    }

    private static String entry(String call, String came) {
        return call + " " + came;
    }
}

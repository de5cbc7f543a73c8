package org.sockspec.replay;

import java.util.List;
import java.util.Optional;
import org.sockspec.catalogue.CaseId;

/**
 * What became of the changes of one case.
 *
 * @param unlike why the case could not be judged from its recording, if it could not
 * @param noticed the changes that did not pass
 * @param departed number of changes after which the test made another call, so that nobody knows
 * @param excused number of changes after which the test gave the case up, as it does where a behaviour is not there
 * @param unnoticed the changes that passed
 */
public record Replayed(
        CaseId id, Optional<String> unlike, List<Change> noticed, int departed, int excused, List<Change> unnoticed) {

    /**
     * A changed answer.
     *
     * @param number which call of the case, from 1
     * @param call the call as C writes it
     */
    public record Change(int number, String host, String method, String call, String change) {
        /** Returns the name of the call and what was changed. */
        public String kind() {
            return method + ": " + change;
        }

        @Override
        public String toString() {
            return number + " " + host + " " + call + ": " + change;
        }
    }

    /** Returns the number of changes of which it is known whether they are noticed. */
    public int decided() {
        return noticed.size() + unnoticed.size();
    }
}

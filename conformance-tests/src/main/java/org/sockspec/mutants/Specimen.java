package org.sockspec.mutants;

import java.util.List;
import java.util.stream.Stream;
import org.sockspec.catalogue.Catalogue;
import org.sockspec.catalogue.Clause;
import org.sockspec.catalogue.Mutant;
import org.sockspec.engine.Helpers;
import org.sockspec.runner.SpecIndex;

/** An implementation with one behaviour broken, which the test of one clause has to notice. */
public sealed interface Specimen {

    /** The clause whose behaviour is broken. */
    Clause clause();

    /** Returns the name of the mutant in its clause. */
    String name();

    /** Returns CLAUSE/MUTANT. */
    default String id() {
        return clause().id() + "/" + name();
    }

    /**
     * Sockets that break the rules of a mutant in the catalogue.
     *
     * @param mutant what is broken
     */
    record OfCalls(Clause clause, Mutant mutant) implements Specimen {
        @Override
        public String name() {
            return mutant.id();
        }
    }

    /**
     * A portable helper that is written wrongly.
     *
     * @param helpers the helpers, one of them broken
     */
    record OfHelper(Clause clause, Helpers helpers) implements Specimen {
        @Override
        public String name() {
            return "helper";
        }
    }

    /** Returns every mutant of the clauses that have a test. */
    static List<Specimen> all(SpecIndex index) {
        return index.clauses().stream()
                .sorted()
                .map(Catalogue.own()::get)
                .flatMap(Specimen::of)
                .toList();
    }

    private static Stream<Specimen> of(Clause clause) {
        var helpers = HelperMutants.BY_CLAUSE.get(clause.id());
        return Stream.concat(
                clause.mutants().stream().map(mutant -> new OfCalls(clause, mutant)),
                Stream.ofNullable(helpers).map(broken -> new OfHelper(clause, broken)));
    }
}

package org.sockspec.cli;

import java.util.Collection;
import java.util.List;
import org.sockspec.mutants.Disturbed;

/** What the suite made of disturbed testees. */
final class DisturbanceText implements ProofText {
    private final List<Disturbed> all;

    DisturbanceText(List<Disturbed> all) {
        this.all = List.copyOf(all);
    }

    record Row(String id, String what, String source, Collection<String> noticed) {
        static Row of(Disturbed one) {
            var disturbance = one.disturbance();
            return new Row(disturbance.id(), disturbance.what(), disturbance.source(), one.noticed());
        }
    }

    long unnoticed() {
        return all.stream().filter(one -> one.noticed().isEmpty()).count();
    }

    @Override
    public String name() {
        return "disturbed";
    }

    @Override
    public String summary() {
        var text = new StringBuilder()
                .append("| disturbance | what goes wrong | where it happened | clauses that notice |\n")
                .append("| --- | --- | --- | --: |\n");
        all.forEach(one -> text.append("| `%s` | %s | %s | %d |%n"
                .formatted(
                        one.disturbance().id(),
                        one.disturbance().what(),
                        one.disturbance().source(),
                        one.noticed().size())));
        return text.append("%n%d of %d disturbances noticed%n".formatted(all.size() - unnoticed(), all.size()))
                .toString();
    }

    @Override
    public List<Row> rows() {
        return all.stream().map(Row::of).toList();
    }
}

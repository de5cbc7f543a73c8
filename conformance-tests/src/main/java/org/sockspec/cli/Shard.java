package org.sockspec.cli;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import org.sockspec.catalogue.CaseId;
import picocli.CommandLine.TypeConversionException;

/**
 * One part of a run that is split over machines. A case always falls into the same part, whatever else is selected.
 *
 * @param index from 1 to {@code of}
 */
record Shard(int index, int of) {
    static final Shard WHOLE = new Shard(1, 1);

    private static final Pattern FORM = Pattern.compile("(\\d{1,6})/(\\d{1,6})");

    static Shard parse(String text) {
        var parts = FORM.matcher(text);
        if (parts.matches()) {
            var shard = new Shard(Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)));
            if (shard.index >= 1 && shard.index <= shard.of) {
                return shard;
            }
        }
        throw new TypeConversionException(
                "\"" + text + "\" is not I/N with I from 1 to N; the first of three machines takes 1/3");
    }

    boolean isWhole() {
        return of == 1;
    }

    boolean holds(CaseId id) {
        var hash = new CRC32();
        hash.update(id.toString().getBytes(StandardCharsets.UTF_8));
        return hash.getValue() % of == index - 1;
    }
}

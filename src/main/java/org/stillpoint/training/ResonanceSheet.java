package org.stillpoint.training;

import java.util.List;
import java.util.Optional;

/**
 * What a resonance assessment has to show so far: its finished blocks in their order, and the verdict when there is one.
 *
 * @param blocks finished blocks
 * @param verdict absent while blocks are to come
 */
public record ResonanceSheet(List<ResonanceBlock> blocks, Optional<ResonanceVerdict> verdict) {

    /** Nothing yet. */
    public static final ResonanceSheet EMPTY = new ResonanceSheet(List.of(), Optional.empty());

    public ResonanceSheet {
        blocks = List.copyOf(blocks);
    }

    /** Whether the verdict's set holds this rate. */
    public boolean inSet(double ratePerMinute) {
        return verdict.map(said -> said.set().contains(ratePerMinute)).orElse(false);
    }
}

package org.stillpoint.training;

import java.util.ArrayList;
import java.util.List;

/**
 * A protocol for a day on which pain flares: what may be left out is left out, the rest takes its shortest time; only a question
 * keeps the time that its answer needs. The frame
 * that shows the skill stays, so that the day counts like any other.
 */
public final class FlareDay {

    /** A trial without a shortest time of its own is half as long, and not shorter than this. */
    private static final double SHORTEST_TRIAL_SECONDS = 120;

    private FlareDay() {}

    private static double shortest(Phase phase) {
        if (phase.kind() == PhaseKind.QUESTION) {
            return phase.seconds();
        }
        boolean told = phase.minimumSeconds() < phase.seconds();
        return told || !phase.kind().trains()
                ? phase.minimumSeconds()
                : Math.min(phase.seconds(), Math.max(SHORTEST_TRIAL_SECONDS, phase.seconds() / 2));
    }

    /**
     * The shorter form that a protocol names, where it is among these, else itself; and that made shorter and easier. A text
     * cannot be cut short, so that a protocol led by one names another with a text of its own length and its own questions.
     */
    public static Protocol of(Protocol protocol, List<Protocol> all) {
        return of(all.stream()
                .filter(other -> other.id().equals(protocol.shorter()))
                .findFirst()
                .orElse(protocol));
    }

    /** The same protocol, shorter and easier; the very same when it would make no sense so. */
    public static Protocol of(Protocol protocol) {
        List<Phase> kept = new ArrayList<>();
        for (Phase phase : protocol.phases()) {
            if (!phase.mayDrop()) {
                kept.add(phase.lasting(shortest(phase)));
            }
        }
        Protocol easier = protocol.with(kept);
        return ProtocolRules.faults(easier).isEmpty() ? easier : protocol;
    }
}

package org.stillpoint.training;

import java.util.List;

/**
 * What the muscle does while it is asked to tense: whether the contraction came, whether it was more than enough, how long it
 * lasted, and how strong a comfortable effort is. Fed every 20 ms; preallocated, one thread.
 */
final class AskedContraction {

    private static final double REFERENCE_SECONDS = 2;

    private final ContractionWatch watch = new ContractionWatch();
    private final double[] reference = new double[(int) (REFERENCE_SECONDS * 50)];
    private int referenceTicks;
    private double referencePower;
    private double strongest;
    private boolean tensing;
    private boolean given;
    private boolean warned;
    private double tensedSeconds;
    private final Tally missed = new Tally();
    private final Tally tooMuch = new Tally();

    /** Nothing was given yet, and nothing may be seen. */
    void forget() {
        given = false;
    }

    /** Asked from now on; see {@link ContractionWatch#begin}. */
    void begin(double restMicrovolts, double leastMicrovolts, double effortMicrovolts) {
        given = false;
        tensing = false;
        warned = false;
        tensedSeconds = 0;
        referenceTicks = 0;
        referencePower = 0;
        strongest = 0;
        watch.begin(restMicrovolts, leastMicrovolts, effortMicrovolts);
    }

    /** A level of the comfortable effort; its strongest two seconds count. */
    void refer(double level) {
        if (level != level) {
            return;
        }
        int place = referenceTicks % reference.length;
        referencePower += level * level - (referenceTicks < reference.length ? 0 : reference[place]);
        reference[place] = level * level;
        referenceTicks++;
        if (referenceTicks >= reference.length) {
            strongest = Math.max(strongest, referencePower / reference.length);
        }
    }

    /** The comfortable effort; 0 when it was not seen for two seconds. */
    double comfortableMicrovolts() {
        return Math.sqrt(strongest);
    }

    /** A level of a contraction; true when it has just become more than enough. */
    boolean step(double passedSeconds, double level) {
        watch.step(level);
        boolean now = watch.tooMuch() && !warned;
        if (now) {
            warned = true;
            tooMuch.add();
            given = true;
        }
        if (watch.accepted()) {
            tensing = true;
            given = true;
        }
        tensedSeconds += tensing ? passedSeconds : 0;
        return now;
    }

    /** It did not come. */
    void miss() {
        missed.add();
    }

    /** Whether a gentle one is or was there. */
    boolean tensing() {
        return tensing;
    }

    /** Whether there is something to let go of. */
    boolean given() {
        return given;
    }

    double tensedSeconds() {
        return tensedSeconds;
    }

    /** Share of a comfortable effort, both above rest; NaN when that is not known. */
    double share(double levelMicrovolts) {
        return watch.share(levelMicrovolts);
    }

    /** What it counted. */
    List<Entries> entries() {
        return List.of(missed, tooMuch);
    }

    int missed() {
        return missed.count();
    }

    int tooMuch() {
        return tooMuch.count();
    }
}

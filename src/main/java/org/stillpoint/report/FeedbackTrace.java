package org.stillpoint.report;

import org.stillpoint.store.NewSession;
import org.stillpoint.store.Recording;
import org.stillpoint.store.SampleReader;
import org.stillpoint.store.StoreException;

/**
 * What the patient was given, read again from the feedback's own rows: where the pacer stood at any time, and whether the
 * feedback was veiled. Asked for ascending times; one thread.
 *
 * <p>A row holds the pacer's phase and not its rate: the rate is how far the phase went to the next row.
 */
final class FeedbackTrace implements AutoCloseable {

    private static final int PHASE = NewSession.FEEDBACK_COLUMNS.indexOf("pacer_phase");
    private static final int VEILED = NewSession.FEEDBACK_COLUMNS.indexOf("veiled");

    /** Rows further apart do not tell how often the phase went round. */
    private static final double LONGEST_STEP_SECONDS = 1;

    /** The phase is exact to some sixteen digits: the rate between two rows is so to nine. */
    private static final double RATE_DIGITS = 1e9;

    private final SampleReader rows;
    private double atSeconds = Double.NaN;
    private double phase = Double.NaN;
    private double ratePerMinute = Double.NaN;
    private boolean veiled;
    private double nextSeconds = Double.NaN;
    private double nextPhase = Double.NaN;
    private boolean nextVeiled;
    private boolean ended;

    FeedbackTrace(Recording recording) throws StoreException {
        rows = recording.feedback();
        ahead();
    }

    private void ahead() throws StoreException {
        ended = !rows.next();
        if (!ended) {
            double[] row = rows.codes();
            nextSeconds = row[0];
            nextPhase = row.length > PHASE ? row[PHASE] : Double.NaN;
            nextVeiled = row.length > VEILED && row[VEILED] > 0;
        }
    }

    /** Goes to a time. */
    void to(double seconds) throws StoreException {
        while (!ended && nextSeconds <= seconds) {
            boolean ran = !Double.isNaN(phase);
            atSeconds = nextSeconds;
            phase = nextPhase;
            veiled = nextVeiled;
            ahead();
            double passed = nextSeconds - atSeconds;
            boolean tells = !ended && passed > 0 && passed <= LONGEST_STEP_SECONDS && !Double.isNaN(nextPhase);
            if (Double.isNaN(phase)) {
                ratePerMinute = Double.NaN;
            } else if (tells) {
                double cycles = nextPhase - phase;
                double perMinute = 60 * (cycles < 0 ? cycles + 1 : cycles) / passed;
                ratePerMinute = Math.rint(perMinute * RATE_DIGITS) / RATE_DIGITS;
            } else if (!ran) {
                ratePerMinute = Double.NaN;
            }
        }
    }

    /** Whether a pacer ran and its rate is known. */
    boolean paces() {
        return ratePerMinute > 0 && !Double.isNaN(phase);
    }

    double ratePerMinute() {
        return ratePerMinute;
    }

    /** Where the pacer stood at a time near the one gone to. */
    double phase(double seconds) {
        double cycles = phase + (seconds - atSeconds) * ratePerMinute / 60;
        return cycles - Math.floor(cycles);
    }

    boolean veiled() {
        return veiled;
    }

    @Override
    public void close() {
        rows.close();
    }
}

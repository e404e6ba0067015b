package org.stillpoint.app;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.stillpoint.metric.CorrectedIntervals;
import org.stillpoint.metric.Figures;
import org.stillpoint.metric.Pipeline;
import org.stillpoint.signal.BeatShape;
import org.stillpoint.signal.RrCleaner;
import org.stillpoint.signal.RrVerdict;

/** The beats of an ECG or the pulses of a PPG as the pipeline announced them, and what becomes of their intervals. */
final class FoundBeats {

    /** How far an early pulse and its pause together may lie from two usual intervals. */
    private static final double PAUSE_SHARE = 0.2;

    private record Beat(double at, double emitted, double rrMillis, RrVerdict verdict, BeatShape shape, boolean late) {}

    private final List<Beat> beats = new ArrayList<>();

    void add(Pipeline pipeline, double emitted) {
        beats.add(new Beat(
                pipeline.eventSeconds(),
                emitted,
                pipeline.eventValue(),
                pipeline.eventVerdict(),
                pipeline.eventShape(),
                pipeline.eventLate()));
    }

    double[] times() {
        return beats.stream().mapToDouble(Beat::at).toArray();
    }

    double[] intervals() {
        return beats.stream().mapToDouble(Beat::rrMillis).toArray();
    }

    /** Where the signal was good enough to tell. */
    boolean[] trusted() {
        boolean[] trusted = new boolean[beats.size()];
        for (int i = 0; i < trusted.length; i++) {
            trusted[i] = beats.get(i).verdict() != RrVerdict.POOR;
        }
        return trusted;
    }

    /** Which intervals may be used, judged with the whole series: where the signal was poor nothing is. */
    boolean[] normal() {
        RrVerdict[] verdicts = verdicts();
        boolean[] normal = new boolean[verdicts.length];
        for (int i = 0; i < normal.length; i++) {
            normal[i] = verdicts[i] == RrVerdict.NORMAL;
        }
        return normal;
    }

    /** Which intervals lie between two real pulses: the normal ones, and an early one with its pause. */
    boolean[] real() {
        double[] rr = trustedIntervals();
        RrVerdict[] verdicts = verdicts();
        boolean[] real = normal();
        double usual = 0;
        for (int i = 0; i + 1 < rr.length; i++) {
            usual = verdicts[i] == RrVerdict.NORMAL ? rr[i] : usual;
            boolean pair = verdicts[i] == RrVerdict.ECTOPIC && verdicts[i + 1] == RrVerdict.ECTOPIC;
            if (pair && Math.abs(rr[i] + rr[i + 1] - 2 * usual) < PAUSE_SHARE * 2 * usual) {
                real[i] = true;
                real[i + 1] = true;
            }
        }
        return real;
    }

    /** The corrected intervals and their figures beside the raw ones. */
    void corrected(Figures out) {
        RrVerdict[] live = beats.stream().map(Beat::verdict).toArray(RrVerdict[]::new);
        double[] rr = trustedIntervals();
        // before the first beat there is no break
        int from = rr.length > 0 && !Double.isFinite(rr[0]) ? 1 : 0;
        double[] raw = Arrays.copyOfRange(rr, from, rr.length);
        CorrectedIntervals.of(raw, Arrays.copyOfRange(verdicts(), from, rr.length))
                .into(out, raw, Arrays.copyOfRange(live, from, rr.length));
    }

    private RrVerdict[] verdicts() {
        return RrCleaner.whole(
                trustedIntervals(), beats.stream().map(Beat::shape).toArray(BeatShape[]::new));
    }

    private double[] trustedIntervals() {
        return beats.stream()
                .mapToDouble(beat -> beat.verdict() == RrVerdict.POOR ? Double.NaN : beat.rrMillis())
                .toArray();
    }

    /** Whether a smaller share than this can be trusted. */
    boolean untrusted(double share) {
        int good = 0;
        for (boolean one : trusted()) {
            good += one ? 1 : 0;
        }
        return good < share * beats.size();
    }

    /** How many cannot be trusted, as a sentence without the record's name; empty where they are few. */
    String poor(String what) {
        long poor =
                beats.stream().filter(beat -> beat.verdict() == RrVerdict.POOR).count();
        return poor > 0.05 * beats.size()
                ? "poor signal: " + poor + " of " + beats.size() + " " + what
                        + " cannot be trusted and enter no figure."
                : "";
    }

    /** @param kinds whether each row says what the beat is thought to be */
    String csv(double start, boolean kinds) {
        EventText text = new EventText(kinds ? "t_s,emitted_s,kind,late,shape" : "t_s,emitted_s,late", start);
        for (Beat beat : beats) {
            text.times(beat.at(), beat.emitted());
            if (kinds) {
                text.word(beat.verdict().id());
            }
            text.word(beat.late() ? "1" : "0");
            if (kinds) {
                text.word(beat.shape().id());
            }
            text.end();
        }
        return text.toString();
    }
}

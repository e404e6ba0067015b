package org.stillpoint.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.stillpoint.signal.Modality;
import org.stillpoint.signal.RrVerdict;

/**
 * How heart, breath, muscle and skin answer a stressor that was agreed to, and how they come back.
 *
 * <p>A stressor whose question is {@value #SEVENS} is serial sevens by key: the cue gives the start, each answer to that
 * question is one number. The rest after a stressor is its recovery. While the person talks, breath and heart-rate
 * variability are left out. A stressor that was skipped has no figures, and neither has its recovery.
 */
final class StressProfile implements Exercise {

    static final String SEVENS = "serial_sevens";
    static final String START = "serial_sevens_start";

    private static final int[] STARTS = {1013, 1027, 1009, 1034, 1022};
    private static final Set<Modality> ANY =
            Set.of(Modality.ECG, Modality.PPG, Modality.IBI, Modality.RESP, Modality.EMG, Modality.EDA, Modality.TEMP);

    /** What is looked at. */
    private enum Channel {
        HEART_RATE("heart_rate", "per_min", false, false, 20),
        RMSSD("rmssd", "ms", true, true, 64),
        BREATHING_RATE("breathing_rate", "per_min", false, true, 20),
        MUSCLE("muscle", "uv", true, false, 20),
        CONDUCTANCE("conductance", "us", false, false, 20);

        private final String id;
        private final String unit;
        private final boolean proportional;
        private final boolean speechSpoilsIt;
        private final double settlingSeconds;

        Channel(String id, String unit, boolean proportional, boolean speechSpoilsIt, double settlingSeconds) {
            this.id = id;
            this.unit = unit;
            this.proportional = proportional;
            this.speechSpoilsIt = speechSpoilsIt;
            this.settlingSeconds = settlingSeconds;
        }

        /** Whether its window is too long for a half-time. */
        private boolean windowed() {
            return this == RMSSD || this == BREATHING_RATE;
        }
    }

    /** One stressor with its recovery. */
    private record Trial(String title, boolean spoken, Stretch[] stress, Stretch[] recovery) {}

    private final int[] meters = new int[Channel.values().length];
    private final List<Trial> trials = new ArrayList<>();
    private Stretch[] baseline = stretches();
    private Stretch[] baselineBefore = baseline;
    private Stretch[] current;
    private Trial open;
    private Phase recovery;
    private SerialSevens sevens;
    private Phase phase;
    private int start;
    private int answers;
    private int correct;
    private boolean counted;
    private boolean recovers;
    private boolean masked;
    private double phaseSeconds;
    private double lastSeconds;
    private String cue = "";

    private static Stretch[] stretches() {
        Stretch[] all = new Stretch[Channel.values().length];
        for (int i = 0; i < all.length; i++) {
            all[i] = new Stretch();
        }
        return all;
    }

    @Override
    public String id() {
        return "stress-profile";
    }

    @Override
    public String name() {
        return "Stress profile";
    }

    @Override
    public List<Set<Modality>> needs() {
        return List.of(ANY);
    }

    @Override
    public String without() {
        return "the tasks go on by time and no response is judged";
    }

    @Override
    public void begin(Start with) {
        for (Channel channel : Channel.values()) {
            meters[channel.ordinal()] = place(with, channel.id);
        }
        double before = with.remembered().number(START);
        start = STARTS[0];
        for (int i = 0; i < STARTS.length; i++) {
            if (STARTS[i] == before) {
                start = STARTS[(i + 1) % STARTS.length];
            }
        }
    }

    /** Measures of the skin carry their channel behind an {@code @}. */
    private static int place(Start with, String id) {
        for (int i = 0; i < with.metrics().size(); i++) {
            String one = with.metrics().get(i).id();
            if (one.equals(id) || one.startsWith(id + "@")) {
                return i;
            }
        }
        return -1;
    }

    @Override
    public void phase(Phase begins, double tSeconds) {
        phase = begins;
        phaseSeconds = 0;
        lastSeconds = tSeconds;
        cue = "";
        sevens = null;
        boolean another = recovery != null && recovery != begins;
        recovers = begins.kind() == PhaseKind.REST && open != null && !another;
        current = null;
        if (begins.kind() == PhaseKind.BASELINE) {
            baselineBefore = baseline;
            baseline = stretches();
            current = baseline;
        } else if (begins.kind() == PhaseKind.STRESSOR) {
            open = new Trial(begins.title(), begins.spoken(), stretches(), stretches());
            recovery = null;
            current = open.stress();
            if (begins.question().equals(SEVENS)) {
                sevens = new SerialSevens(start);
                cue = "Begin with " + start
                        + ", take 7 away, and 7 again, and so on. Type each result and press Enter.";
            }
        } else if (recovers) {
            recovery = begins;
            current = open.recovery();
        } else {
            open = null;
        }
    }

    @Override
    public void phaseEnds(Phase ends, double tSeconds, boolean whole) {
        if (ends.kind() == PhaseKind.STRESSOR) {
            if (whole && open != null) {
                trials.add(open);
                count();
            } else {
                open = null;
            }
        } else if (ends.kind() == PhaseKind.BASELINE && !whole) {
            baseline = baselineBefore;
        } else if (recovers) {
            if (whole) {
                open = null;
            } else {
                clearRecovery();
            }
        }
        current = null;
    }

    private void count() {
        if (sevens != null) {
            answers += sevens.answers();
            correct += sevens.correct();
            counted = true;
        }
    }

    /** A recovery that begins again, or was skipped, has no figures of what was before. */
    private void clearRecovery() {
        Trial fresh = new Trial(open.title(), open.spoken(), open.stress(), stretches());
        trials.set(trials.indexOf(open), fresh);
        open = fresh;
    }

    @Override
    public void disturbed(double fromSeconds) {
        if (current != null) {
            for (Stretch stretch : current) {
                stretch.forget(phaseSeconds - (lastSeconds - fromSeconds));
            }
        }
    }

    @Override
    public void resume(double tSeconds) {
        lastSeconds = tSeconds;
    }

    @Override
    public void wish(TrainingControl.Wish wish, double tSeconds) {
        if (wish.kind() == TrainingControl.Kind.ANSWER
                && sevens != null
                && wish.text().startsWith(SEVENS + ": ")) {
            sevens.answer(wish.text().substring(SEVENS.length() + 2));
        } else if (wish.kind() == TrainingControl.Kind.RATING
                && sevens != null
                && wish.text().equals(SEVENS)) {
            sevens.answer(Long.toString(Math.round(wish.number())));
        }
    }

    @Override
    public void beat(double tSeconds, double rrMillis, RrVerdict verdict) {
        if (current != null && !masked && verdict == RrVerdict.NORMAL && rrMillis > 0) {
            current[Channel.HEART_RATE.ordinal()].add(phaseSeconds, 60_000 / rrMillis);
        }
    }

    @Override
    public void step(double tSeconds, Feedback feedback) {
        phaseSeconds += tSeconds - lastSeconds;
        lastSeconds = tSeconds;
        masked = feedback.masked;
        feedback.cue = cue;
        if (current == null) {
            return;
        }
        add(Channel.HEART_RATE, Double.NaN);
        add(Channel.RMSSD, meter(Channel.RMSSD, feedback));
        add(Channel.BREATHING_RATE, meter(Channel.BREATHING_RATE, feedback));
        add(Channel.MUSCLE, feedback.muscleMicrovolts);
        add(Channel.CONDUCTANCE, meter(Channel.CONDUCTANCE, feedback));
    }

    private double meter(Channel channel, Feedback feedback) {
        int meter = meters[channel.ordinal()];
        boolean spoilt = channel.speechSpoilsIt && phase.spoken();
        return meter < 0 || spoilt ? Double.NaN : feedback.meterValues[meter];
    }

    private void add(Channel channel, double value) {
        current[channel.ordinal()].add(phaseSeconds, masked ? Double.NaN : value);
    }

    @Override
    public List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < trials.size(); i++) {
            trial(findings, trials.get(i), "stress_" + (i + 1) + "_");
        }
        if (counted) {
            findings.add(Finding.of("serial_sevens_answers", answers, ""));
            findings.add(Finding.of("serial_sevens_correct", correct, ""));
            findings.add(Finding.kept(START, start, ""));
        }
        return findings;
    }

    private void trial(List<Finding> findings, Trial trial, String key) {
        boolean measured = false;
        Channel strongest = null;
        // of many measures one exceeds its own noise by chance: the strongest is named beyond that of all of them
        double clarity = 1;
        for (Channel channel : Channel.values()) {
            int c = channel.ordinal();
            StressResponse one = StressResponse.of(
                    baseline[c], trial.stress()[c], trial.recovery()[c], channel.proportional, channel.settlingSeconds);
            if (Double.isNaN(one.reactivity())) {
                if (trial.spoken() && channel.speechSpoilsIt && meters[c] >= 0) {
                    findings.add(Finding.of(
                            key + channel.id + "_reactivity_" + channel.unit,
                            Double.NaN,
                            "Not measured while the person talks."));
                }
                continue;
            }
            measured = true;
            findings.add(Finding.of(key + channel.id + "_reactivity_" + channel.unit, one.reactivity(), trial.title()));
            findings.add(Finding.of(
                    key + channel.id + "_recovery_pct",
                    one.recoveryPercent(),
                    Double.isNaN(one.recoveryPercent()) ? one.reason() : ""));
            if (!channel.windowed() && !Double.isNaN(one.recoveryPercent())) {
                findings.add(Finding.of(
                        key + channel.id + "_half_s",
                        one.halfSeconds(),
                        Double.isNaN(one.halfSeconds()) ? one.reason() : ""));
            }
            if (one.clarity() > clarity) {
                strongest = channel;
                clarity = one.clarity();
            }
        }
        findings.add(Finding.of(
                key + "strongest",
                Double.NaN,
                !measured
                        ? "nothing could be measured"
                        : strongest == null
                                ? "none beyond its noise"
                                : strongest.name().toLowerCase(Locale.ROOT).replace('_', ' ')));
    }
}

package org.stillpoint.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.stillpoint.signal.Modality;

/**
 * Bending forward and coming up three times, as far as is comfortable: does the muscle of the low back fall silent when the
 * body hangs?
 *
 * <p>Stand 3 s, bend 4 s, hang 4 s, come up 4 s. The ratio is the largest level while bending over the mean while hanging,
 * their first second left out: the larger, the more it falls silent. The large button, or the answer {@code comfort-stop: …},
 * ends it at once. How far it went comes from the rating or answer {@code flexion-range} in degrees. No judgement is made from
 * it: range says more (Neblett 2013). Timings are engineering choices.
 */
final class FlexionRelaxation implements Exercise {

    static final String RATIO = "flexion_ratio";
    static final String RANGE = "flexion_range_deg";

    private static final int TIMES = 3;
    private static final double[] PART_SECONDS = {3, 4, 4, 4};
    private static final String[] CUES = {
        "Stand easily.",
        "Bend forward slowly, only as far as is comfortable.",
        "Let arms and head hang, and stay there.",
        "Come up slowly."
    };
    private static final int BEND = 1;
    private static final int HANG = 2;
    private static final double SETTLED_SECONDS = 1;
    private static final String STOPPED = "That was enough. Come up in your own time.";
    private static final String RANGE_QUESTION = "flexion-range";
    private static final String STOP_QUESTION = "comfort-stop";

    private final double[] ratios = new double[TIMES];
    private boolean runs;
    private boolean stopped;
    private boolean spoilt;
    private int done;
    private int part;
    private double elapsed;
    private double lastSeconds = Double.NaN;
    private double largest;
    private double sum;
    private int ticks;
    private double rangeDegrees = Double.NaN;

    @Override
    public String id() {
        return "flexion-relaxation";
    }

    @Override
    public String name() {
        return "Bend and hang";
    }

    @Override
    public List<Set<Modality>> needs() {
        return List.of(Set.of(Modality.EMG));
    }

    @Override
    public String without() {
        return "the cues lead by time and no ratio is found";
    }

    @Override
    public void begin(Start start) {
        runs = false;
    }

    @Override
    public void phase(Phase phase, double tSeconds) {
        runs = phase.kind() == PhaseKind.TRANSFER;
        lastSeconds = Double.NaN;
        if (runs) {
            done = 0;
            stopped = false;
            again();
        }
    }

    private void again() {
        part = 0;
        elapsed = 0;
        largest = Double.NaN;
        spoilt = false;
        sum = 0;
        ticks = 0;
    }

    @Override
    public void resume(double tSeconds) {
        lastSeconds = Double.NaN;
        again();
    }

    @Override
    public void phaseEnds(Phase phase, double tSeconds, boolean whole) {
        if (runs && !whole) {
            done = 0;
        }
        runs = false;
    }

    @Override
    public void disturbed(double fromSeconds) {
        spoilt = true;
    }

    @Override
    public void wish(TrainingControl.Wish wish, double tSeconds) {
        switch (wish.kind()) {
            case TOO_FAST -> stopped |= runs;
            case RATING -> {
                if (wish.text().equals(RANGE_QUESTION)) {
                    range(wish.number());
                }
            }
            case ANSWER -> {
                stopped |= runs && wish.text().startsWith(STOP_QUESTION);
                if (wish.text().matches(RANGE_QUESTION + ": [0-9]{1,3}")) {
                    range(Integer.parseInt(wish.text().substring(RANGE_QUESTION.length() + 2)));
                }
            }
            default -> {
                // belongs to someone else
            }
        }
    }

    private void range(double degrees) {
        rangeDegrees = degrees >= 0 && degrees <= 180 ? degrees : Double.NaN;
    }

    @Override
    public void step(double tSeconds, Feedback feedback) {
        double passed = lastSeconds == lastSeconds ? Math.min(0.1, tSeconds - lastSeconds) : 0;
        lastSeconds = tSeconds;
        if (!runs || done >= TIMES) {
            return;
        }
        if (stopped) {
            feedback.cue = STOPPED;
            return;
        }
        elapsed += passed;
        double level = feedback.masked ? Double.NaN : feedback.muscleMicrovolts;
        if (level == level && part == BEND) {
            largest = largest != largest ? level : Math.max(largest, level);
        } else if (level == level && part == HANG && elapsed > SETTLED_SECONDS) {
            sum += level;
            ticks++;
        }
        if (elapsed >= PART_SECONDS[part]) {
            elapsed = 0;
            part++;
            if (part == PART_SECONDS.length) {
                ratios[done++] = ticks == 0 || spoilt ? Double.NaN : largest / (sum / ticks);
                again();
            }
        }
        feedback.cue = done >= TIMES ? "" : CUES[part];
    }

    @Override
    public boolean done() {
        return runs && (stopped || done >= TIMES);
    }

    @Override
    public List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        double[] known = Arrays.stream(ratios, 0, done)
                .filter(value -> value == value)
                .sorted()
                .toArray();
        if (known.length > 0) {
            findings.add(Finding.kept(
                    RATIO,
                    known[known.length / 2],
                    String.format(
                            Locale.ROOT,
                            "Largest while bending over mean while hanging, the middle one of %d.",
                            done)));
        }
        if (rangeDegrees == rangeDegrees) {
            findings.add(Finding.kept(RANGE, rangeDegrees, ""));
        }
        if (stopped) {
            findings.add(Finding.of("flexion_stopped", done, "Stopped for comfort."));
        }
        return findings;
    }
}

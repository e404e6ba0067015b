package org.stillpoint.metric;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.stillpoint.signal.BeatShape;
import org.stillpoint.signal.Channel;
import org.stillpoint.signal.Modality;
import org.stillpoint.signal.Quality;
import org.stillpoint.signal.QualityMonitor;
import org.stillpoint.signal.RrVerdict;

/**
 * The signal chain of one session: all channels of all devices, from codes to events, levels and measures.
 *
 * <p>The same object serves live, for recordings made elsewhere and for recomputing: it works value by value, so the way
 * the values were cut into blocks cannot matter. In: one code of one line at a time, with its time. After each step
 * {@link #event} tells what was found on it. The heart comes from the first ECG; without one from the first PPG, then from
 * the first line of beat intervals. Breathing comes from the first belt. A rate too low for a detector leaves the line
 * without one, and its measures say so. A second belt is looked at beside the first. One thread; nothing is allocated after construction.
 */
public final class Pipeline {

    /**
     * One channel of one device.
     *
     * @param channel what it is
     * @param rateHz its samples a second
     */
    public record Line(Channel channel, double rateHz) {}

    /** No sensor's value is as large in any unit: what is, is broken, and would ring in the filters for hours. */
    private static final double LARGEST = 1e12;

    /** A line without a value for so long is silent; slow lines are given two and a half of their samples. */
    private static final double STALE_SECONDS = 0.5;

    private static final double LATE_ECG_SECONDS = 0.25;
    private static final double LATE_PPG_SECONDS = 0.4;

    private final List<Line> lines;
    private final QualityMonitor[] monitors;
    private final Chain[] chains;
    private final boolean[] tooSlow;
    private final double[] times;
    private final double[] lastSample;
    private final List<Metric> metrics;
    private final Gate[] meters;
    private final Gate[][] stepped;
    private final Gate[][] partnered;
    private final int[] meterLine;
    private final boolean[] staleWithLine;
    private final double[] staleSeconds;
    private final int heart;
    private final int belt;
    private final int secondBelt;
    private Event event = Event.NONE;
    private double eventSeconds = Double.NaN;
    private double eventValue = Double.NaN;
    private RrVerdict verdict = RrVerdict.NONE;
    private BeatShape shape = BeatShape.UNKNOWN;
    private boolean late;
    private boolean masked;
    private Absence masking = Absence.NONE;
    private boolean beatBroken = true;
    private double breathFrom = Double.NEGATIVE_INFINITY;

    /** @throws IllegalArgumentException if a rate is not above 0, or is above {@link org.stillpoint.signal.SampleRate#MOST_HZ} */
    public Pipeline(List<Line> lines, PipelineSettings settings) {
        this.lines = List.copyOf(lines);
        int n = lines.size();
        monitors = new QualityMonitor[n];
        chains = new Chain[n];
        tooSlow = new boolean[n];
        times = new double[n];
        lastSample = new double[n];
        for (int i = 0; i < n; i++) {
            Line line = lines.get(i);
            monitors[i] = new QualityMonitor(line.channel(), line.rateHz());
            tooSlow[i] = line.rateHz() < leastRateHz(line.channel().modality());
            chains[i] = tooSlow[i] ? new PlainChain() : Chain.of(line, settings);
            times[i] = Double.NEGATIVE_INFINITY;
            lastSample[i] = Double.NaN;
        }
        heart = first(Modality.ECG, Modality.PPG, Modality.IBI);
        belt = first(Modality.RESP, Modality.RESP2);
        int other = first(Modality.RESP2);
        secondBelt = other == belt ? -1 : other;
        MeterList list = new MeterList(this.lines, tooSlow, settings, heart, belt, secondBelt);
        metrics = list.metrics();
        meters = list.gates();
        meterLine = list.line();
        staleWithLine = list.staleWithLine();
        stepped = list.stepped();
        partnered = list.partnered();
        staleSeconds = new double[n];
        for (int i = 0; i < n; i++) {
            staleSeconds[i] = Math.max(STALE_SECONDS, 2.5 / lines.get(i).rateHz());
        }
    }

    /** Samples a second under which a channel of this kind has no detector; 0 for what needs none. */
    public static double leastRateHz(Modality modality) {
        return switch (modality) {
            case ECG -> 50;
            case PPG -> 15;
            case RESP, RESP2 -> 4;
            case EMG -> 20;
            default -> 0;
        };
    }

    /** The lines of these kinds, ascending; those whose rate is too low for anything to be found on them are not among them. */
    public int[] linesOf(Set<Modality> kinds) {
        return IntStream.range(0, lines.size())
                .filter(i -> kinds.contains(lines.get(i).channel().modality()) && !tooSlow[i])
                .toArray();
    }

    private int first(Modality... wanted) {
        for (Modality modality : wanted) {
            for (int i = 0; i < lines.size(); i++) {
                if (lines.get(i).channel().modality() == modality && !tooSlow[i]) {
                    return i;
                }
            }
        }
        return -1;
    }

    /**
     * Takes one code of one line.
     *
     * @param line its place in the list given to the constructor
     * @param code the device's code, NaN for a lost one; converted inside
     * @param tSeconds its time since the session's start; a time that goes back counts as the newest one seen
     */
    public void step(int line, double code, double tSeconds) {
        double t = tSeconds > times[line] ? tSeconds : times[line] > Double.NEGATIVE_INFINITY ? times[line] : 0;
        times[line] = t;
        Quality quality = monitors[line].step(code);
        double value = lines.get(line).channel().value(code);
        if (!(Math.abs(value) < LARGEST)) {
            value = Double.NaN;
        } else {
            lastSample[line] = t;
        }
        Chain chain = chains[line];
        event = chain.step(value, quality, t);
        if (event != Event.NONE) {
            eventSeconds = chain.eventSeconds();
            eventValue = chain.eventValue();
            verdict = RrVerdict.NONE;
            shape = chain instanceof HeartChain found ? found.shape() : BeatShape.UNKNOWN;
            late = t - eventSeconds > latest(line);
            measure(line, chain);
        }
        if (!masked) {
            double filtered = chain.filtered();
            for (Gate meter : stepped[line]) {
                meter.step(filtered, t);
            }
            for (Gate meter : partnered[line]) {
                meter.partner(filtered, t);
            }
        }
    }

    private double latest(int line) {
        return switch (lines.get(line).channel().modality()) {
            case ECG -> LATE_ECG_SECONDS;
            case PPG -> LATE_PPG_SECONDS;
            default -> Double.POSITIVE_INFINITY;
        };
    }

    private void measure(int line, Chain chain) {
        if (event == Event.BEAT || event == Event.PULSE) {
            verdict = chain instanceof HeartChain found
                    ? found.verdict()
                    : chain instanceof IntervalChain sent ? sent.verdict() : RrVerdict.NONE;
            if (line == heart && !masked) {
                beat(chain instanceof HeartChain found ? found.height() : Double.NaN);
            }
        } else if (event == Event.BREATH && chain.poor()) {
            verdict = RrVerdict.POOR;
        } else if (event == Event.BREATH && !masked && chain instanceof BreathChain breath) {
            breath(line, breath);
        }
    }

    private void breath(int line, BreathChain found) {
        double inhaleSeconds = found.inhaleSeconds();
        double exhaleSeconds = found.exhaleSeconds();
        if (inhaleSeconds < breathFrom) {
            return;
        }
        if (line == belt) {
            for (Gate meter : meters) {
                meter.pauses(exhaleSeconds - found.inhaleEndSeconds(), eventSeconds - found.exhaleEndSeconds());
                meter.breath(inhaleSeconds, exhaleSeconds, eventSeconds, eventValue);
            }
        } else if (line == secondBelt) {
            for (Gate meter : partnered[line]) {
                meter.partnerBreath(inhaleSeconds, exhaleSeconds, eventSeconds, eventValue);
            }
        }
    }

    /**
     * Where the pacer stands now; to be called with every tick, before {@link #advance}.
     *
     * @param running whether somebody is being paced
     * @param ratePerMinute its breaths a minute; not looked at when it does not run
     * @param phase 0 … 1, 0 = the in-breath begins; not looked at when it does not run
     */
    public void pacer(boolean running, double ratePerMinute, double phase) {
        boolean counts = running && !masked && ratePerMinute > 0 && phase == phase;
        double now = newestTime();
        for (Gate meter : meters) {
            meter.pacer(counts, ratePerMinute, phase, now);
        }
    }

    private void beat(double height) {
        // the first interval after a hold begins inside it
        double rrMillis = beatBroken ? Double.NaN : eventValue;
        RrVerdict counted = beatBroken ? RrVerdict.NONE : verdict;
        beatBroken = false;
        for (Gate meter : meters) {
            meter.height(height);
            meter.beat(eventSeconds, rrMillis, counted);
        }
    }

    /** What was found on the newest step. */
    public Event event() {
        return event;
    }

    /** When it was: the time of the event itself, filter delay taken out. */
    public double eventSeconds() {
        return eventSeconds;
    }

    /** See {@link Event}. */
    public double eventValue() {
        return eventValue;
    }

    /** Whether the newest beat of an ECG looks like the usual ones; of anything else it cannot be told. */
    public BeatShape eventShape() {
        return shape;
    }

    /** What the interval that ends with the newest beat is thought to be; of a breath, POOR when it is likely noise. */
    public RrVerdict eventVerdict() {
        return verdict;
    }

    /**
     * Whether the newest beat or pulse was found late: over 0.25 s after its R wave, 0.4 s after its steepest rise, as those
     * are that only the absence of a next one betrays. It counts in every measure, but is no news of this moment.
     */
    public boolean eventLate() {
        return late;
    }

    /** Start of the breath that the newest {@link Event#BREATH} ended; NaN without a belt. */
    public double breathInhaleSeconds() {
        return belt >= 0 && chains[belt] instanceof BreathChain breath ? breath.inhaleSeconds() : Double.NaN;
    }

    /** Start of that breath's out-breath. */
    public double breathExhaleSeconds() {
        return belt >= 0 && chains[belt] instanceof BreathChain breath ? breath.exhaleSeconds() : Double.NaN;
    }

    /** End of its in-breath: a pause may lie before its out-breath. */
    public double breathInhaleEndSeconds() {
        return belt >= 0 && chains[belt] instanceof BreathChain breath ? breath.inhaleEndSeconds() : Double.NaN;
    }

    /** End of its out-breath: a pause may lie before its end. */
    public double breathExhaleEndSeconds() {
        return belt >= 0 && chains[belt] instanceof BreathChain breath ? breath.exhaleEndSeconds() : Double.NaN;
    }

    /** What the lines measure, one for each. */
    public List<Modality> worn() {
        return lines.stream().map(line -> line.channel().modality()).toList();
    }

    /** The line that the heart comes from; -1 when there is none. Events of other lines are found, but not measured. */
    public int heartLine() {
        return heart;
    }

    /** The line that the breath comes from; -1 when there is none. */
    public int beltLine() {
        return belt;
    }

    /** The newest word on a line: from its codes, or {@code MOVING} where the heart's signal is too restless. */
    public Quality quality(int line) {
        Quality quality = monitors[line].quality();
        return quality.usable() && chains[line].poor() ? Quality.MOVING : quality;
    }

    /**
     * Newest value for the screen: EMG its RMS in µV over the feedback window (NaN while the channel cannot be used), breath
     * the belt smoothed and 0.25 s behind, ECG and PPG the trace without wander, others the value itself.
     */
    public double level(int line) {
        return chains[line].level();
    }

    /** Newest value within the line's own band, as its measures get it; NaN while the channel cannot be used. */
    public double filtered(int line) {
        return chains[line].filtered();
    }

    /** Where the belt stands within the range of the last 20 s, 0 … 1; NaN when unknown. */
    public double breathPosition() {
        return belt >= 0 && chains[belt] instanceof BreathChain breath ? breath.position() : Double.NaN;
    }

    /** What this session can measure; the places are those of {@link #meter}. */
    public List<Metric> metrics() {
        return metrics;
    }

    public Meter meter(int i) {
        return meters[i];
    }

    /** Held time: filters and detectors go on, no event or value enters a measure. */
    public void mask(boolean on) {
        mask(on ? Absence.HELD : Absence.NONE);
    }

    /**
     * Held time or the surroundings of a marker: filters and detectors go on, no event or value enters a measure.
     *
     * @param why what the measures say meanwhile; {@link Absence#NONE} ends it
     */
    public void mask(Absence why) {
        if (masking == why) {
            return;
        }
        masking = why;
        for (Gate meter : meters) {
            if (!meter.closed().lasting()) {
                meter.close(why);
            }
        }
        boolean on = why != Absence.NONE;
        if (masked == on) {
            return;
        }
        masked = on;
        beatBroken = true;
        breathFrom = newestTime();
        for (Chain chain : chains) {
            chain.hold(on);
        }
    }

    private double newestTime() {
        double newest = Double.NEGATIVE_INFINITY;
        for (double t : times) {
            newest = Math.max(newest, t);
        }
        return newest;
    }

    /** Time has passed, with or without samples: what is too old goes absent. */
    public void advance(double tSeconds) {
        for (int i = 0; i < meters.length; i++) {
            Gate meter = meters[i];
            if (meter.closed().lasting()) {
                continue;
            }
            meter.advance(tSeconds);
            int line = meterLine[i];
            boolean silent = staleWithLine[i] && tSeconds - lastSample[line] > staleSeconds[line];
            if (silent && meter.closed() != Absence.STALE) {
                meter.reset();
            }
            boolean noise = !staleWithLine[i] && line == belt && chains[line].poor();
            meter.close(masked ? masking : silent ? Absence.STALE : noise ? Absence.UNCLEAR : Absence.NONE);
        }
    }
}

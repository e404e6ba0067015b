package org.stillpoint.metric;

import java.util.ArrayList;
import java.util.List;
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
 * without one, and its measures say so. One thread; nothing is allocated after construction.
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

    private final List<Line> lines;
    private final QualityMonitor[] monitors;
    private final Chain[] chains;
    private final boolean[] tooSlow;
    private final double[] times;
    private final double[] lastSample;
    private final List<Metric> metrics;
    private final Meter[] meters;
    private final int[] meterLine;
    private final Measure.Source[] meterSource;
    private final int heart;
    private final int belt;
    private Event event = Event.NONE;
    private double eventSeconds = Double.NaN;
    private double eventValue = Double.NaN;
    private RrVerdict verdict = RrVerdict.NONE;
    private boolean masked;
    private boolean beatBroken = true;
    private double breathFrom = Double.NEGATIVE_INFINITY;

    /** @throws IllegalArgumentException if a rate is not positive */
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
            tooSlow[i] = line.rateHz() < leastRate(line.channel().modality());
            chains[i] = tooSlow[i] ? new PlainChain() : chain(line, settings);
            times[i] = Double.NEGATIVE_INFINITY;
            lastSample[i] = Double.NaN;
        }
        heart = first(Modality.ECG, Modality.PPG, Modality.IBI);
        belt = first(Modality.RESP, Modality.RESP2);
        List<Metric> names = new ArrayList<>();
        List<Meter> made = new ArrayList<>();
        List<Integer> from = new ArrayList<>();
        List<Measure.Source> sources = new ArrayList<>();
        for (Measure measure : Metrics.all()) {
            for (int i = 0; i < n; i++) {
                if (serves(measure.source(), i)) {
                    Line line = lines.get(i);
                    Ground ground = new Ground(line.channel(), line.rateHz(), settings.emgWindowSeconds());
                    names.add(measure.metric(ground));
                    made.add(measure.meter(ground));
                    from.add(i);
                    sources.add(measure.source());
                }
            }
        }
        metrics = List.copyOf(names);
        meters = made.toArray(new Meter[0]);
        meterLine = from.stream().mapToInt(Integer::intValue).toArray();
        meterSource = sources.toArray(new Measure.Source[0]);
    }

    private static double leastRate(Modality modality) {
        return switch (modality) {
            case ECG -> 50;
            case PPG -> 15;
            case RESP, RESP2 -> 4;
            case EMG -> 20;
            default -> 0;
        };
    }

    private static Chain chain(Line line, PipelineSettings settings) {
        return switch (line.channel().modality()) {
            case ECG, PPG -> new HeartChain(line.channel().modality(), line.rateHz());
            case IBI -> new IntervalChain();
            case RESP, RESP2 -> new BreathChain(line.rateHz());
            case EMG ->
                new MuscleChain(
                        new Ground(line.channel(), line.rateHz(), settings.emgWindowSeconds()), settings.mainsHz());
            default -> new PlainChain();
        };
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

    private boolean serves(Measure.Source source, int line) {
        return switch (source) {
            case HEART -> line == heart;
            case BREATH -> line == belt;
            case MUSCLE -> lines.get(line).channel().modality() == Modality.EMG && !tooSlow[line];
        };
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
            measure(line, chain);
        }
        for (int i = 0; i < meters.length; i++) {
            if (meterLine[i] == line && meterSource[i] == Measure.Source.MUSCLE && !masked) {
                meters[i].step(chain.filtered());
            }
        }
    }

    private void measure(int line, Chain chain) {
        if (event == Event.BEAT || event == Event.PULSE) {
            verdict = chain instanceof HeartChain found
                    ? found.verdict()
                    : chain instanceof IntervalChain sent ? sent.verdict() : RrVerdict.NONE;
            if (line == heart && !masked) {
                beat();
            }
        } else if (event == Event.BREATH && line == belt && !masked && chain instanceof BreathChain breath) {
            if (breath.inhaleSeconds() < breathFrom) {
                return;
            }
            for (Meter meter : meters) {
                meter.breath(breath.inhaleSeconds(), breath.exhaleSeconds(), eventSeconds, eventValue);
            }
        }
    }

    private void beat() {
        // the first interval after a hold begins inside it
        double rrMillis = beatBroken ? Double.NaN : eventValue;
        RrVerdict counted = beatBroken ? RrVerdict.NONE : verdict;
        beatBroken = false;
        for (Meter meter : meters) {
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

    /** What the interval that ends with the newest beat is thought to be. */
    public RrVerdict eventVerdict() {
        return verdict;
    }

    /** Start of the breath that the newest {@link Event#BREATH} ended; NaN without a belt. */
    public double breathInhaleSeconds() {
        return belt >= 0 && chains[belt] instanceof BreathChain breath ? breath.inhaleSeconds() : Double.NaN;
    }

    /** Start of that breath's out-breath. */
    public double breathExhaleSeconds() {
        return belt >= 0 && chains[belt] instanceof BreathChain breath ? breath.exhaleSeconds() : Double.NaN;
    }

    /** The line that the heart comes from; -1 when there is none. Events of other lines are found, but not measured. */
    public int heartLine() {
        return heart;
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

    /** Held time or the surroundings of a marker: filters and detectors go on, no event or value enters a measure. */
    public void mask(boolean on) {
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
            meters[i].advance(tSeconds);
            if (meterSource[i] == Measure.Source.MUSCLE && tSeconds - lastSample[meterLine[i]] > 0.5) {
                meters[i].reset();
            }
        }
    }
}

package org.stillpoint.training;

import java.util.List;
import java.util.function.LongSupplier;
import org.stillpoint.acquisition.Duty;
import org.stillpoint.acquisition.EventRing;
import org.stillpoint.acquisition.SampleRing;
import org.stillpoint.metric.Event;
import org.stillpoint.metric.Meter;
import org.stillpoint.metric.Pipeline;
import org.stillpoint.signal.Marker;
import org.stillpoint.signal.Quality;

/**
 * The duty {@code train}: from the rings to the newest feedback. The only place of this floor that meets a ring.
 *
 * <p>Each sample goes through the {@link Pipeline}; after each chunk the newest levels go into the cell; every 20 ms of
 * sample time the exercises decide. Nothing allocates while samples flow: wishes, phases and markers may.
 *
 * <p>Time of a sample is the time of the first sample of its second (index a multiple of the rate) plus its place in that
 * second, so that the same recording gives the same times again.
 */
public final class TrainingLoop implements Duty {

    /** One device: its cursor's ring, its rate, the line of its first channel. */
    public record Feed(SampleRing ring, double rateHz, int firstLine) {}

    /** Columns of a row in the feedback's own ring. */
    public static final List<String> FEEDBACK_COLUMNS =
            List.of("t_s", "value", "threshold", "gate", "reward", "pacer_phase", "display", "volume", "veiled");

    private static final double TICK_SECONDS = 0.02;
    private static final double ROUNDING = 1e-6;
    private static final int ROW_EVERY_TICKS = 2;
    private static final double SILENT_SECONDS = 0.25;
    private static final double STALE_SECONDS = 0.5;

    private final Pipeline pipeline;
    private final Conductor conductor;
    private final SensorWatch sensors;
    private final FeedbackCell cell;
    private final EventRing events;
    private final SampleRing feedbackRows;
    private final TrainingControl control;
    private final LongSupplier nanos;
    private final long startNanos;
    private final double silentSeconds;

    private final SampleRing.Cursor[] cursors;
    private final int[] firstLines;
    private final int[] channels;
    private final long[] blockSamples;
    private final double[] blockSeconds;
    private final double[] heardSeconds;
    private final int devices;
    private final double[] periodSeconds;

    private final Feedback feedback;
    private final int muscleLine;
    private final int secondMuscleLine;
    private final double muscleLeastMicrovolts;
    private final double[] row = new double[FEEDBACK_COLUMNS.size()];
    private double blockPower;
    private int blockValues;
    private int blockMissing;
    private double nextTickSeconds;
    private double newestSeconds;
    private double nowSeconds;
    private long newestNanos;
    private long tickNanos;
    private long ticks;
    private boolean rewardedBefore;
    private boolean veiledBefore;

    /**
     * @param feeds one a device, lines numbered as in the pipeline
     * @param muscleLine line of the trained muscle; -1 when there is none
     * @param secondMuscleLine line of the same muscle on the other side; -1 when there is none
     * @param muscleLeastMicrovolts a level under it says nothing of the muscle: it is absent and earns nothing
     * @param start what the exercises begin with
     * @param nanos the monotonic clock: while no sensor sends anything, phases and pacer go on by it
     * @param startNanos the session's start on the monotonic clock
     * @param feedbackRows ring of {@link #FEEDBACK_COLUMNS}, for the recording
     */
    public TrainingLoop(
            List<Feed> feeds,
            Pipeline pipeline,
            int muscleLine,
            int secondMuscleLine,
            double muscleLeastMicrovolts,
            Start start,
            FeedbackCell cell,
            EventRing events,
            SampleRing feedbackRows,
            TrainingControl control,
            LongSupplier nanos,
            long startNanos) {
        this.pipeline = pipeline;
        this.muscleLine = muscleLine;
        this.secondMuscleLine = secondMuscleLine;
        this.muscleLeastMicrovolts = muscleLeastMicrovolts;
        this.cell = cell;
        this.events = events;
        this.feedbackRows = feedbackRows;
        this.control = control;
        this.nanos = nanos;
        this.startNanos = startNanos;
        this.feedback = cell.blank();
        devices = feeds.size();
        heardSeconds = new double[devices];
        cursors = new SampleRing.Cursor[devices];
        firstLines = new int[devices];
        channels = new int[devices];
        blockSamples = new long[devices];
        blockSeconds = new double[devices];
        periodSeconds = new double[devices];
        for (int d = 0; d < devices; d++) {
            Feed feed = feeds.get(d);
            cursors[d] = feed.ring().cursorAt(0);
            firstLines[d] = feed.firstLine();
            channels[d] = feed.ring().channels();
            blockSamples[d] = Math.max(1, Math.round(feed.rateHz()));
            blockSeconds[d] = Double.NaN;
            periodSeconds[d] = 1 / feed.rateHz();
        }
        silentSeconds = feeds.isEmpty() ? 0 : SILENT_SECONDS;
        conductor = new Conductor(start, pipeline, control, feedback);
        sensors = new SensorWatch(start.protocol(), pipeline, this::gives);
    }

    @Override
    public String name() {
        return "train";
    }

    /** What a resonance assessment has to show so far; empty when none runs. Any thread. */
    public ResonanceSheet resonance() {
        return conductor.resonance();
    }

    /** What the exercises found out about this person. After the training has ended, or on its thread. */
    public List<Finding> findings() {
        return conductor.findings();
    }

    /** Levels around each letting go, as of the end of the newest phase that had some; an immutable snapshot, any thread. */
    public ReleaseCurves releaseCurves() {
        return conductor.releaseCurves();
    }

    /** What happened and belongs into the recording; any one thread takes it out. Null = nothing. */
    public Marker pollMarker() {
        Marker ofSensors = sensors.pollMarker();
        return ofSensors == null ? conductor.pollMarker() : ofSensors;
    }

    @Override
    public int work() {
        int seen = 0;
        for (int d = 0; d < cursors.length; d++) {
            SampleRing.Cursor cursor = cursors[d];
            while (cursor.advance()) {
                double tSeconds = secondsOf(d, cursor);
                double[] codes = cursor.codes();
                int line = firstLines[d];
                for (int c = 0; c < channels[d]; c++) {
                    pipeline.step(line + c, codes[c], tSeconds);
                    if (line + c == muscleLine) {
                        block(pipeline.filtered(muscleLine));
                    }
                    publish(pipeline.event(), line + c);
                }
                heardSeconds[d] = tSeconds;
                if (tSeconds > newestSeconds) {
                    newestSeconds = tSeconds;
                    newestNanos = cursor.nanos();
                    tickNanos = newestNanos;
                    nowSeconds = tSeconds;
                }
                seen++;
                if (tSeconds >= nextTickSeconds - ROUNDING * TICK_SECONDS) {
                    tick(tSeconds);
                }
            }
        }
        if (seen == 0) {
            silence();
        }
        if (seen > 0) {
            levels();
            cell.write(feedback);
        }
        return seen;
    }

    /** Without any sample the pacer and the phases go on by the clock. */
    private void silence() {
        double now = (nanos.getAsLong() - startNanos) / 1e9;
        if (now >= nextTickSeconds && now - newestSeconds > silentSeconds) {
            nowSeconds = now;
            tickNanos = startNanos + Math.round(now * 1e9);
            tick(now);
            cell.write(feedback);
        }
    }

    private double secondsOf(int device, SampleRing.Cursor cursor) {
        long place = cursor.index() % blockSamples[device];
        if (place == 0 || Double.isNaN(blockSeconds[device])) {
            blockSeconds[device] = (cursor.nanos() - startNanos) / 1e9 - place * periodSeconds[device];
        }
        return blockSeconds[device] + place * periodSeconds[device];
    }

    private void publish(Event event, int line) {
        if (event == Event.NONE) {
            return;
        }
        if (event == Event.BEAT || event == Event.PULSE) {
            if (line != pipeline.heartLine()) {
                return;
            }
            double rrMillis = pipeline.eventValue();
            // a beat that was found late is no news of this moment
            if (rrMillis > 0 && !pipeline.eventLate()) {
                feedback.beats++;
                feedback.heartRatePerMinute = 60_000 / rrMillis;
            }
            conductor.beat(pipeline.eventSeconds(), rrMillis, pipeline.eventVerdict());
        } else if (event == Event.BREATH && line == pipeline.beltLine()) {
            conductor.breath(
                    pipeline.breathInhaleSeconds(),
                    pipeline.breathExhaleSeconds(),
                    pipeline.eventSeconds(),
                    pipeline.eventValue());
        } else if (line == muscleLine && (event == Event.BURST_ON || event == Event.BURST_OFF)) {
            conductor.muscle(event, pipeline.eventSeconds(), pipeline.eventValue());
        }
        events.publish(event.ordinal(), pipeline.eventSeconds(), pipeline.eventValue(), newestSeconds);
    }

    /** Whether a line has been heard in the last half second, a slow one in two and a half of its samples. */
    private boolean fresh(int line) {
        if (line < 0) {
            return false;
        }
        int device = devices - 1;
        while (firstLines[device] > line) {
            device--;
        }
        return nowSeconds - heardSeconds[device] <= Math.max(STALE_SECONDS, 2.5 * periodSeconds[device]);
    }

    /** Whether a line gives anything, good or not so good, that comes from a body. */
    private boolean gives(int line) {
        Quality quality = pipeline.quality(line);
        boolean off = quality == Quality.LOST
                || quality == Quality.OFF
                || quality == Quality.RAILED
                || quality == Quality.FLAT;
        return !off && fresh(line);
    }

    private void levels() {
        feedback.tSeconds = newestSeconds;
        feedback.newestSampleNanos = newestNanos;
        feedback.breathPosition = fresh(pipeline.beltLine()) ? pipeline.breathPosition() : Double.NaN;
        double muscle = fresh(muscleLine) ? pipeline.level(muscleLine) : Double.NaN;
        feedback.muscleAtLimit = muscle < muscleLeastMicrovolts;
        feedback.muscleMicrovolts = muscle >= muscleLeastMicrovolts ? muscle : Double.NaN;
        double second = fresh(secondMuscleLine) ? pipeline.level(secondMuscleLine) : Double.NaN;
        feedback.secondMuscleLine = secondMuscleLine;
        feedback.secondMuscleAtLimit = second < muscleLeastMicrovolts;
        feedback.secondMuscleMicrovolts = second >= muscleLeastMicrovolts ? second : Double.NaN;
        for (int line = 0; line < feedback.lineQualities.length; line++) {
            feedback.lineQualities[line] = pipeline.quality(line).ordinal();
            feedback.lineLevels[line] = pipeline.level(line);
        }
    }

    private void block(double value) {
        if (value == value) {
            blockPower += value * value;
            blockValues++;
        } else {
            blockMissing++;
        }
    }

    private void tick(double tSeconds) {
        // a time that rounding left just under its tick belongs to it: else the next sample would tick again
        nextTickSeconds = (Math.floor(tSeconds / TICK_SECONDS + ROUNDING) + 1) * TICK_SECONDS;
        levels();
        feedback.muscleBlockMicrovolts =
                blockValues > blockMissing && fresh(muscleLine) ? Math.sqrt(blockPower / blockValues) : Double.NaN;
        blockPower = 0;
        blockValues = 0;
        blockMissing = 0;
        feedback.tSeconds = tSeconds;
        conductor.tick(tSeconds);
        sensors.look(tSeconds, feedback);
        // what the person sees and hears does not wait until all measures are worked out
        cell.write(feedback);
        pipeline.advance(tSeconds);
        pipeline.pacer(feedback.pacing, feedback.pacerRatePerMinute, feedback.pacerPhase);
        meters();
        row(tSeconds);
    }

    private void meters() {
        for (int m = 0; m < feedback.meterValues.length; m++) {
            Meter meter = pipeline.meter(m);
            feedback.meterValues[m] = meter.value();
            feedback.meterAbsences[m] = meter.reason().ordinal();
            feedback.meterCorrected[m] = meter.correctedShare();
        }
    }

    /** A row of the feedback's own channel: 20 to 25 a second, and at every change. */
    private void row(double tSeconds) {
        boolean changed = feedback.rewarded != rewardedBefore || feedback.veiled != veiledBefore;
        if (!changed && ticks++ % ROW_EVERY_TICKS != 0) {
            return;
        }
        rewardedBefore = feedback.rewarded;
        veiledBefore = feedback.veiled;
        boolean muscle = !Double.isNaN(feedback.thresholdMicrovolts);
        row[0] = tSeconds;
        row[1] = muscle ? feedback.trainedMicrovolts() : feedback.breathPosition;
        row[2] = feedback.thresholdMicrovolts;
        row[3] = Double.isNaN(row[1]) ? 0 : 1;
        row[4] = feedback.rewarded ? 1 : 0;
        row[5] = feedback.pacerPhase;
        row[6] = control.displayNumber();
        row[7] = control.volumeShare();
        row[8] = feedback.veiled ? 1 : 0;
        feedbackRows.publish(row, tickNanos);
        feedbackRows.wakeReaders();
    }
}

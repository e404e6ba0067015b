package org.stillpoint.training;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.stillpoint.acquisition.Duty;
import org.stillpoint.acquisition.EventRing;
import org.stillpoint.acquisition.SampleRing;
import org.stillpoint.metric.Event;
import org.stillpoint.metric.Meter;
import org.stillpoint.metric.Pipeline;
import org.stillpoint.signal.Marker;
import org.stillpoint.signal.PacerCell;
import org.stillpoint.training.Feedback.State;

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
    private static final int ROW_EVERY_TICKS = 2;

    private final Pipeline pipeline;
    private final Protocol protocol;
    private final List<Exercise> exercises;
    private final FeedbackCell cell;
    private final EventRing events;
    private final SampleRing feedbackRows;
    private final TrainingControl control;
    private final long startNanos;
    private final Queue<Marker> markers = new ConcurrentLinkedQueue<>();

    private final SampleRing.Cursor[] cursors;
    private final int[] firstLines;
    private final int[] channels;
    private final long[] blockSamples;
    private final double[] blockSeconds;
    private final double[] periodSeconds;

    private final Feedback feedback;
    private final int muscleLine;
    private final double muscleLeastMicrovolts;
    private final double[] row = new double[FEEDBACK_COLUMNS.size()];
    private double nextTickSeconds;
    private double newestSeconds;
    private long newestNanos;
    private double lastTickSeconds = Double.NaN;
    private double phaseLength;
    private double phaseElapsed;
    private long ticks;
    private boolean rewardedBefore;
    private boolean veiledBefore;

    /**
     * @param feeds one a device, lines numbered as in the pipeline
     * @param muscleLine line of the trained muscle; -1 when there is none
     * @param muscleLeastMicrovolts a level under it says nothing of the muscle: it is absent and earns nothing
     * @param startNanos the session's start on the monotonic clock
     * @param feedbackRows ring of {@link #FEEDBACK_COLUMNS}, for the recording
     */
    public TrainingLoop(
            List<Feed> feeds,
            Pipeline pipeline,
            int muscleLine,
            double muscleLeastMicrovolts,
            Protocol protocol,
            PacerCell pacer,
            FeedbackCell cell,
            EventRing events,
            SampleRing feedbackRows,
            TrainingControl control,
            long startNanos) {
        this.pipeline = pipeline;
        this.muscleLine = muscleLine;
        this.muscleLeastMicrovolts = muscleLeastMicrovolts;
        this.protocol = protocol;
        this.exercises = Exercises.of(protocol);
        this.cell = cell;
        this.events = events;
        this.feedbackRows = feedbackRows;
        this.control = control;
        this.startNanos = startNanos;
        this.feedback = cell.blank();
        int devices = feeds.size();
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
        for (Exercise exercise : exercises) {
            exercise.begin(protocol, pacer);
        }
    }

    @Override
    public String name() {
        return "train";
    }

    /** What happened and belongs into the recording; any one thread takes it out. Null = nothing. */
    public Marker pollMarker() {
        return markers.poll();
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
                    publish(pipeline.event(), line + c);
                }
                if (tSeconds > newestSeconds) {
                    newestSeconds = tSeconds;
                    newestNanos = cursor.nanos();
                }
                seen++;
                if (d == 0 && tSeconds >= nextTickSeconds) {
                    tick(tSeconds);
                }
            }
        }
        if (seen > 0) {
            levels();
            cell.write(feedback);
        }
        return seen;
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
        }
        events.publish(event.ordinal(), pipeline.eventSeconds(), pipeline.eventValue(), newestSeconds);
    }

    private void levels() {
        feedback.tSeconds = newestSeconds;
        feedback.newestSampleNanos = newestNanos;
        feedback.breathPosition = pipeline.breathPosition();
        double muscle = muscleLine < 0 ? Double.NaN : pipeline.level(muscleLine);
        feedback.muscleAtLimit = muscle < muscleLeastMicrovolts;
        feedback.muscleMicrovolts = muscle >= muscleLeastMicrovolts ? muscle : Double.NaN;
        for (int line = 0; line < feedback.lineQualities.length; line++) {
            feedback.lineQualities[line] = pipeline.quality(line).ordinal();
            feedback.lineLevels[line] = pipeline.level(line);
        }
    }

    private void tick(double tSeconds) {
        double passed = Double.isNaN(lastTickSeconds) ? 0 : tSeconds - lastTickSeconds;
        lastTickSeconds = tSeconds;
        nextTickSeconds = Math.floor(tSeconds / TICK_SECONDS + 1) * TICK_SECONDS;
        pipeline.advance(tSeconds);
        levels();
        if (feedback.state == State.READY) {
            feedback.state = State.RUNNING;
            enter(0, tSeconds);
        }
        TrainingControl.Wish wish = control.next();
        while (wish != null) {
            obey(wish, tSeconds);
            wish = control.next();
        }
        if (feedback.state == State.RUNNING) {
            phaseElapsed += passed;
            if (phaseElapsed >= phaseLength) {
                next(tSeconds);
            }
            for (int e = 0; e < exercises.size(); e++) {
                exercises.get(e).step(tSeconds, feedback);
            }
        }
        pipeline.pacer(feedback.pacing, feedback.pacerRatePerMinute, feedback.pacerPhase);
        meters();
        feedback.phaseElapsedSeconds = phaseElapsed;
        feedback.phaseSeconds = phaseLength;
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

    private void enter(int phase, double tSeconds) {
        Phase now = protocol.phases().get(phase);
        feedback.phaseIndex = phase;
        phaseLength = now.seconds();
        phaseElapsed = 0;
        for (Exercise exercise : exercises) {
            exercise.phase(now, tSeconds);
        }
        mark(tSeconds, "phase", now.title());
    }

    private void next(double tSeconds) {
        if (feedback.phaseIndex + 1 < protocol.phases().size()) {
            enter(feedback.phaseIndex + 1, tSeconds);
        } else {
            finish(tSeconds);
        }
    }

    private void finish(double tSeconds) {
        feedback.state = State.FINISHED;
        quiet(tSeconds);
        mark(tSeconds, "finish", "");
    }

    private void quiet(double tSeconds) {
        feedback.pacing = false;
        feedback.pacerPhase = Double.NaN;
        feedback.rewarded = false;
        for (Exercise exercise : exercises) {
            exercise.hold(tSeconds);
        }
    }

    private void obey(TrainingControl.Wish wish, double tSeconds) {
        switch (wish.kind()) {
            case HOLD -> {
                if (feedback.state == State.RUNNING) {
                    feedback.state = State.HELD;
                    pipeline.mask(true);
                    quiet(tSeconds);
                    mark(tSeconds, "hold", "");
                }
            }
            case RESUME -> resume(tSeconds);
            case REPEAT_PHASE -> {
                resume(tSeconds);
                enter(feedback.phaseIndex, tSeconds);
            }
            case NEXT_PHASE -> {
                resume(tSeconds);
                next(tSeconds);
            }
            case MORE_TIME -> {
                phaseLength += wish.number();
                mark(tSeconds, "more-time", Double.toString(wish.number()));
            }
            case MARK -> mark(tSeconds, "note", wish.text());
            case VEIL -> {
                feedback.veiled = wish.number() > 0;
                mark(tSeconds, "veil", feedback.veiled ? "on" : "off");
            }
            case FINISH -> {
                if (feedback.state != State.FINISHED) {
                    finish(tSeconds);
                }
            }
            default -> {
                for (Exercise exercise : exercises) {
                    exercise.wish(wish, tSeconds);
                }
                mark(tSeconds, markerKind(wish.kind()), wish.number() == 0 ? "" : Double.toString(wish.number()));
            }
        }
    }

    private static String markerKind(TrainingControl.Kind kind) {
        return kind.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    private void resume(double tSeconds) {
        if (feedback.state == State.HELD) {
            feedback.state = State.RUNNING;
            pipeline.mask(false);
            for (Exercise exercise : exercises) {
                exercise.resume(tSeconds);
            }
            mark(tSeconds, "resume", "");
        }
    }

    private void mark(double tSeconds, String kind, String label) {
        markers.add(new Marker(tSeconds, kind, label));
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
        row[1] = muscle ? feedback.muscleMicrovolts : feedback.breathPosition;
        row[2] = feedback.thresholdMicrovolts;
        row[3] = Double.isNaN(row[1]) ? 0 : 1;
        row[4] = feedback.rewarded ? 1 : 0;
        row[5] = feedback.pacerPhase;
        row[6] = control.displayNumber();
        row[7] = control.volumeShare();
        row[8] = feedback.veiled ? 1 : 0;
        feedbackRows.publish(row, newestNanos);
        feedbackRows.wakeReaders();
    }
}

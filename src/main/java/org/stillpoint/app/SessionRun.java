package org.stillpoint.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.stillpoint.acquisition.Clock;
import org.stillpoint.acquisition.Duty;
import org.stillpoint.acquisition.DutyThread;
import org.stillpoint.acquisition.EventRing;
import org.stillpoint.acquisition.SampleRing;
import org.stillpoint.metric.Pipeline;
import org.stillpoint.metric.PipelineSettings;
import org.stillpoint.signal.Channel;
import org.stillpoint.signal.Marker;
import org.stillpoint.signal.Modality;
import org.stillpoint.signal.PacerCell;
import org.stillpoint.signal.Unit;
import org.stillpoint.store.NewSession;
import org.stillpoint.store.RecordedDevice;
import org.stillpoint.store.SealedStore;
import org.stillpoint.store.SessionRecorder;
import org.stillpoint.store.StoreException;
import org.stillpoint.training.FeedbackCell;
import org.stillpoint.training.Finding;
import org.stillpoint.training.Protocol;
import org.stillpoint.training.Remembered;
import org.stillpoint.training.Script;
import org.stillpoint.training.Start;
import org.stillpoint.training.TrainingControl;
import org.stillpoint.training.TrainingLoop;

/**
 * One running session, wired: sensors, training, recording.
 *
 * <p>The sensors are open and have given their first samples before a session is made of them; without any, a protocol goes
 * by the clock. Closing ends sensors, training and recording, in this order, so that all that came is stored.
 */
final class SessionRun implements AutoCloseable {

    /** Mains frequency and the muscle's feedback window; both are shown. */
    static final PipelineSettings SETTINGS = new PipelineSettings(50, 0.25);

    private final List<Sensor> sensors;
    private final Pipeline pipeline;
    private final TrainingControl control = new TrainingControl();
    private final EventRing events = new EventRing(4096);
    private final SampleRing feedbackRows = new SampleRing(TrainingLoop.FEEDBACK_COLUMNS.size(), 4096);
    private final FeedbackCell cell;
    private final TrainingLoop loop;
    private final SessionRecorder recorder;
    private final long startNanos;
    private DutyThread train;
    private DutyThread record;

    /**
     * @param sensors none = the protocol leads alone
     * @param protocol null = signals are recorded and nothing is trained
     * @param remembered what this person's earlier sessions found
     * @param settings of the signal chain
     * @param scripts texts that the protocol's phases may name
     * @throws StoreException when the session cannot be stored
     */
    SessionRun(
            List<Sensor> sensors,
            PacerCell pacer,
            SealedStore store,
            String patientCode,
            Protocol protocol,
            Remembered remembered,
            PipelineSettings settings,
            Map<String, Script> scripts,
            Clock clock)
            throws StoreException {
        this.sensors = List.copyOf(sensors);
        this.startNanos = sensors.isEmpty() ? clock.nanos() : firstSampleNanos();
        List<Pipeline.Line> lines = new ArrayList<>();
        List<TrainingLoop.Feed> feeds = new ArrayList<>();
        int muscle = -1;
        int secondMuscle = -1;
        double least = 0;
        for (Sensor sensor : sensors) {
            feeds.add(new TrainingLoop.Feed(sensor.ring(), sensor.rateHz(), lines.size()));
            for (Channel channel : sensor.profile().channels()) {
                if (muscle < 0 && channel.modality() == Modality.EMG) {
                    muscle = lines.size();
                    double microvolts = channel.noise().least() * channel.unit().factorTo(Unit.MICROVOLT);
                    least = microvolts > 0 ? microvolts : 0;
                } else if (secondMuscle < 0 && channel.modality() == Modality.EMG) {
                    secondMuscle = lines.size();
                }
                lines.add(new Pipeline.Line(channel, sensor.rateHz()));
            }
        }
        pipeline = new Pipeline(lines, settings);
        cell = new FeedbackCell(
                pipeline.metrics().size(),
                lines.size(),
                protocol == null ? 0 : protocol.phases().size());
        loop = protocol == null
                ? null
                : new TrainingLoop(
                        feeds,
                        pipeline,
                        muscle,
                        secondMuscle,
                        least,
                        new Start(protocol, pacer, worn(lines), pipeline.metrics(), remembered, scripts),
                        cell,
                        events,
                        feedbackRows,
                        control,
                        clock::nanos,
                        startNanos);
        List<RecordedDevice> recorded = sensors.stream()
                .map(sensor -> new RecordedDevice(
                        sensor.profile(), sensor.rateHz(), sensor.ring(), 0, sensor.health(), sensor.gaps()))
                .toList();
        recorder = new SessionRecorder(
                store,
                new NewSession(
                        patientCode, protocol, recorded, loop == null ? null : feedbackRows, startNanos, settings),
                clock);
    }

    private static Set<Modality> worn(List<Pipeline.Line> lines) {
        return lines.stream().map(line -> line.channel().modality()).collect(Collectors.toSet());
    }

    private long firstSampleNanos() {
        long first = Long.MAX_VALUE;
        for (Sensor sensor : sensors) {
            SampleRing.Cursor cursor = sensor.ring().cursorAt(0);
            if (cursor.advance()) {
                first = Math.min(first, cursor.nanos());
            }
        }
        return first;
    }

    /** Starts training and recording. */
    SessionRun start() {
        if (loop != null) {
            train = DutyThread.start(loop);
            sensors.forEach(sensor -> sensor.ring().wakes(train));
        }
        record = DutyThread.start(new RecordDuty());
        return this;
    }

    List<Sensor> sensors() {
        return sensors;
    }

    Pipeline pipeline() {
        return pipeline;
    }

    TrainingControl control() {
        return control;
    }

    EventRing events() {
        return events;
    }

    FeedbackCell cell() {
        return cell;
    }

    SessionRecorder recorder() {
        return recorder;
    }

    /** Null when nothing is trained. */
    TrainingLoop loop() {
        return loop;
    }

    /**
     * Keeps what the exercises found; after {@link #close}.
     *
     * @param besides what else was learnt of the person; it stands in place of what was found under the same key
     * @throws StoreException when it cannot be stored
     */
    void saveFindings(SealedStore store, List<Finding> besides) throws StoreException {
        List<Finding> all = new ArrayList<>(loop == null ? List.of() : loop.findings());
        all.removeIf(found -> besides.stream().anyMatch(each -> each.key().equals(found.key())));
        all.addAll(besides);
        if (!all.isEmpty()) {
            store.findings().save(recorder.sessionId(), all);
        }
    }

    @Override
    public void close() {
        sensors.forEach(Sensor::close);
        if (train != null) {
            train.close();
        }
        record.close();
    }

    /** The recorder with the training's markers handed to it, on the recorder's thread. */
    private final class RecordDuty implements Duty {

        @Override
        public String name() {
            return recorder.name();
        }

        @Override
        public int work() {
            takeMarkers();
            return recorder.work();
        }

        @Override
        public void close() {
            takeMarkers();
            recorder.close();
        }

        private void takeMarkers() {
            if (loop == null) {
                return;
            }
            for (Marker marker = loop.pollMarker(); marker != null; marker = loop.pollMarker()) {
                recorder.mark(marker);
            }
        }
    }
}

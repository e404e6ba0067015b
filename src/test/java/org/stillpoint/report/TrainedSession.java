package org.stillpoint.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.stillpoint.acquisition.EventRing;
import org.stillpoint.acquisition.SampleRing;
import org.stillpoint.device.DeviceProfile;
import org.stillpoint.device.SimulatedPatient;
import org.stillpoint.device.SimulatedPerson;
import org.stillpoint.device.SimulatedSource;
import org.stillpoint.metric.Pipeline;
import org.stillpoint.metric.PipelineSettings;
import org.stillpoint.signal.Channel;
import org.stillpoint.signal.Marker;
import org.stillpoint.signal.Modality;
import org.stillpoint.signal.PacerCell;
import org.stillpoint.store.HandClock;
import org.stillpoint.store.NewSession;
import org.stillpoint.store.RecordedDevice;
import org.stillpoint.store.SealedStore;
import org.stillpoint.store.SessionRecorder;
import org.stillpoint.store.StoreException;
import org.stillpoint.training.Feedback;
import org.stillpoint.training.FeedbackCell;
import org.stillpoint.training.Protocol;
import org.stillpoint.training.Start;
import org.stillpoint.training.TrainingControl;
import org.stillpoint.training.TrainingLoop;

/** A session of the simulated patient with the real loop and the real recorder, on a clock moved by hand. */
final class TrainedSession {

    private static final int RATE_HZ = 250;
    private static final int CHUNK = RATE_HZ / 50;

    final TrainingControl control = new TrainingControl();
    final SessionRecorder recorder;
    final Pipeline pipeline;
    final TrainingLoop loop;
    /** What the loop said at its first tick of each second: time, then each measure. */
    final List<double[]> live = new ArrayList<>();

    private final SealedStore store;
    private final HandClock clock;
    private final SimulatedPatient patient;
    private final SampleRing ring;
    private final FeedbackCell cell;
    private final Feedback now;
    private final long startNanos;
    private final double[] row;
    private long samples;

    TrainedSession(SealedStore store, HandClock clock, String code, Protocol protocol) throws StoreException {
        this.store = store;
        this.clock = clock;
        startNanos = clock.nanos();
        PacerCell pacer = new PacerCell();
        patient = new SimulatedPatient(SimulatedPerson.resting(7), pacer, RATE_HZ);
        DeviceProfile as = SimulatedSource.describe();
        DeviceProfile profile = new DeviceProfile(
                as.id(), as.name(), RATE_HZ, as.isolation(), as.channels(), null, null, null, null, "built-in", null);
        List<Pipeline.Line> lines = new ArrayList<>();
        int muscle = -1;
        for (Channel channel : profile.channels()) {
            muscle = channel.modality() == Modality.EMG && muscle < 0 ? lines.size() : muscle;
            lines.add(new Pipeline.Line(channel, RATE_HZ));
        }
        pipeline = new Pipeline(lines, PipelineSettings.USUAL);
        ring = new SampleRing(lines.size(), 4096);
        row = new double[lines.size()];
        cell = new FeedbackCell(
                pipeline.metrics().size(), lines.size(), protocol.phases().size());
        now = cell.blank();
        SampleRing feedback = new SampleRing(TrainingLoop.FEEDBACK_COLUMNS.size(), 4096);
        Set<Modality> worn =
                lines.stream().map(line -> line.channel().modality()).collect(Collectors.toSet());
        loop = new TrainingLoop(
                List.of(new TrainingLoop.Feed(ring, RATE_HZ, 0)),
                pipeline,
                muscle,
                -1,
                0,
                new Start(
                        protocol,
                        pacer,
                        worn,
                        pipeline.metrics(),
                        store.findings().remembered(code)),
                cell,
                new EventRing(64),
                feedback,
                control,
                clock::nanos,
                startNanos);
        recorder = new SessionRecorder(
                store,
                new NewSession(
                        code, protocol, List.of(RecordedDevice.of(profile, RATE_HZ, ring)), feedback, startNanos),
                clock);
    }

    /** Lives on for so long. */
    TrainedSession live(double seconds) {
        long end = samples + Math.round(seconds * RATE_HZ);
        while (samples < end) {
            for (int i = 0; i < CHUNK; i++) {
                patient.step();
                for (int c = 0; c < row.length; c++) {
                    row[c] = SimulatedSource.code(patient, c);
                }
                // between two ticks, so that a rounding cannot move one
                ring.publish(row, startNanos + 1_500_000 + samples * (1_000_000_000L / RATE_HZ));
                samples++;
                clock.pass(1.0 / RATE_HZ);
            }
            loop.work();
            for (Marker marker = loop.pollMarker(); marker != null; marker = loop.pollMarker()) {
                recorder.mark(marker);
            }
            recorder.work();
            cell.read(now);
            if (live.isEmpty() || Math.floor(now.tSeconds()) > Math.floor(live.get(live.size() - 1)[0])) {
                double[] said = new double[1 + pipeline.metrics().size()];
                said[0] = now.tSeconds();
                for (int m = 1; m < said.length; m++) {
                    said[m] = now.meterValue(m - 1);
                }
                live.add(said);
            }
        }
        return this;
    }

    /** Ends it as the station does. @return its id */
    String end() throws StoreException {
        recorder.close();
        if (!loop.findings().isEmpty()) {
            store.findings().save(recorder.sessionId(), loop.findings());
        }
        SessionReview.store(store, recorder.sessionId());
        return recorder.sessionId();
    }
}

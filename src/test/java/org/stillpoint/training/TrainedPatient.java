package org.stillpoint.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.stillpoint.acquisition.EventRing;
import org.stillpoint.acquisition.SampleRing;
import org.stillpoint.device.SimulatedPatient;
import org.stillpoint.device.SimulatedPerson;
import org.stillpoint.metric.Pipeline;
import org.stillpoint.metric.PipelineSettings;
import org.stillpoint.signal.Channel;
import org.stillpoint.signal.Marker;
import org.stillpoint.signal.Modality;
import org.stillpoint.signal.Noise;
import org.stillpoint.signal.PacerCell;
import org.stillpoint.signal.Unit;

/** A simulated patient's muscle, trained through the whole loop as fast as it goes. */
final class TrainedPatient {

    static final int RATE_HZ = 1000;

    private static final int CHUNK = 10;
    private static final Channel MUSCLE = new Channel(
            "emg", "Muscle", Modality.EMG, Unit.MICROVOLT, 0.01, 0, -1e7, 1e7, new Noise(0.01, 0.3, 20, 450));

    private final PacerCell cell = new PacerCell();
    private final SampleRing ring = new SampleRing(1, 1024);
    private final TrainingControl control = new TrainingControl();
    private final List<Marker> markers = new ArrayList<>();
    private final SimulatedPatient patient;
    private final TrainingLoop loop;
    private final FeedbackCell newest;
    private final Feedback now;
    private final double[] code = new double[1];
    private long samples;

    TrainedPatient(Protocol protocol, SimulatedPerson person, Map<String, Script> scripts, Remembered remembered) {
        patient = new SimulatedPatient(person, cell, RATE_HZ);
        Pipeline pipeline = new Pipeline(List.of(new Pipeline.Line(MUSCLE, RATE_HZ)), new PipelineSettings(50, 0.25));
        newest =
                new FeedbackCell(pipeline.metrics().size(), 1, protocol.phases().size());
        now = newest.blank();
        loop = new TrainingLoop(
                List.of(new TrainingLoop.Feed(ring, RATE_HZ, 0)),
                pipeline,
                0,
                -1,
                0.6,
                new Start(protocol, cell, Set.of(Modality.EMG), pipeline.metrics(), remembered, scripts),
                newest,
                new EventRing(64),
                new SampleRing(TrainingLoop.FEEDBACK_COLUMNS.size(), 64),
                control,
                () -> Math.round(samples * 1e9 / RATE_HZ),
                0);
    }

    /** To the end; {@code meanwhile} sees the newest feedback every 10 ms. */
    TrainedPatient run(Consumer<Feedback> meanwhile) {
        while (now.state() != Feedback.State.FINISHED && patient.seconds() < 3600) {
            for (int i = 0; i < CHUNK; i++) {
                patient.step();
                code[0] = patient.leadsOff() ? 1e7 : Math.rint(patient.emgMicrovolts() / 0.01);
                ring.publish(code, Math.round(samples++ * 1e9 / RATE_HZ));
            }
            loop.work();
            newest.read(now);
            meanwhile.accept(now);
            for (Marker marker = loop.pollMarker(); marker != null; marker = loop.pollMarker()) {
                markers.add(marker);
            }
        }
        return this;
    }

    SimulatedPatient patient() {
        return patient;
    }

    TrainingControl control() {
        return control;
    }

    TrainingLoop loop() {
        return loop;
    }

    List<Marker> markers() {
        return markers;
    }

    /** A number that was found; NaN when it was not. */
    double found(String key) {
        return loop.findings().stream()
                .filter(finding -> finding.key().equals(key))
                .mapToDouble(Finding::value)
                .findFirst()
                .orElse(Double.NaN);
    }
}

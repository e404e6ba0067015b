package org.stillpoint.training;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.stillpoint.acquisition.EventRing;
import org.stillpoint.acquisition.SampleRing;
import org.stillpoint.device.SimulatedPatient;
import org.stillpoint.device.SimulatedPerson;
import org.stillpoint.device.SimulatedSource;
import org.stillpoint.metric.Pipeline;
import org.stillpoint.metric.PipelineSettings;
import org.stillpoint.signal.Channel;
import org.stillpoint.signal.Marker;
import org.stillpoint.signal.Modality;
import org.stillpoint.signal.PacerCell;
import org.stillpoint.store.ProtocolFiles;
import org.stillpoint.store.ScriptFiles;

/**
 * A whole protocol of the program through the real loop, as fast as it goes, with some of a simulated person's sensors, or
 * with none: then by the clock. Consents are agreed to, questions wait for their time.
 */
final class WornSession {

    private static final int RATE_HZ = 250;
    private static final int CHUNK = 5;
    private static final Path NONE = Path.of("no-such-folder");

    final Protocol protocol;
    final List<Marker> markers = new ArrayList<>();
    private final PacerCell pacer = new PacerCell();
    private final TrainingControl control = new TrainingControl();
    private final List<Integer> places = new ArrayList<>();
    private final SimulatedPatient patient = new SimulatedPatient(SimulatedPerson.resting(4), pacer, RATE_HZ);
    private final SampleRing ring;
    private final TrainingLoop loop;
    private final FeedbackCell cell;
    private final Feedback now;
    private long samples;
    private double offFrom = Double.POSITIVE_INFINITY;
    private double offTo = Double.POSITIVE_INFINITY;

    WornSession(String protocolId, Set<Modality> worn) {
        protocol = ProtocolFiles.load(NONE).find(protocolId).orElseThrow();
        List<Pipeline.Line> lines = new ArrayList<>();
        List<Channel> all = SimulatedSource.describe().channels();
        int muscle = -1;
        for (int i = 0; i < all.size(); i++) {
            if (worn.contains(all.get(i).modality())) {
                muscle = all.get(i).modality() == Modality.EMG ? lines.size() : muscle;
                lines.add(new Pipeline.Line(all.get(i), RATE_HZ));
                places.add(i);
            }
        }
        Pipeline pipeline = new Pipeline(lines, new PipelineSettings(50, 0.25));
        cell = new FeedbackCell(
                pipeline.metrics().size(), lines.size(), protocol.phases().size());
        now = cell.blank();
        ring = new SampleRing(Math.max(1, lines.size()), 1024);
        loop = new TrainingLoop(
                lines.isEmpty() ? List.of() : List.of(new TrainingLoop.Feed(ring, RATE_HZ, 0)),
                pipeline,
                muscle,
                -1,
                0.6,
                new Start(
                        protocol,
                        pacer,
                        lines.stream().map(line -> line.channel().modality()).collect(Collectors.toSet()),
                        pipeline.metrics(),
                        Remembered.NOTHING,
                        ScriptFiles.load(NONE).all()),
                cell,
                new EventRing(64),
                new SampleRing(TrainingLoop.FEEDBACK_COLUMNS.size(), 64),
                control,
                () -> Math.round(samples * 1e9 / RATE_HZ),
                0);
    }

    /** All that is worn gives nothing between these times. */
    WornSession off(double fromSeconds, double toSeconds) {
        offFrom = fromSeconds;
        offTo = toSeconds;
        return this;
    }

    /** To the end, or until it has taken twice its time; {@code meanwhile} sees the newest feedback every 20 ms. */
    WornSession run(Consumer<Feedback> meanwhile) {
        double[] codes = new double[ring.channels()];
        while (now.state() != Feedback.State.FINISHED && seconds() < 2 * protocol.seconds() + 60) {
            for (int i = 0; i < CHUNK; i++) {
                give(codes);
                samples++;
            }
            loop.work();
            cell.read(now);
            if (now.asking()) {
                control.agree();
            }
            meanwhile.accept(now);
            for (Marker marker = loop.pollMarker(); marker != null; marker = loop.pollMarker()) {
                markers.add(marker);
            }
        }
        return this;
    }

    private void give(double[] codes) {
        if (places.isEmpty()) {
            return;
        }
        patient.step();
        for (int c = 0; c < codes.length; c++) {
            codes[c] = SimulatedSource.code(patient, places.get(c));
        }
        if (seconds() >= offFrom && seconds() < offTo) {
            Arrays.fill(codes, Double.NaN);
        }
        ring.publish(codes, Math.round(samples * 1e9 / RATE_HZ));
    }

    double seconds() {
        return (double) samples / RATE_HZ;
    }

    Feedback.State state() {
        return now.state();
    }

    List<Finding> findings() {
        return loop.findings();
    }

    List<Marker> markers(String kind) {
        return markers.stream().filter(marker -> marker.kind().equals(kind)).toList();
    }
}

package org.stillpoint.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.stillpoint.acquisition.EventRing;
import org.stillpoint.acquisition.SampleRing;
import org.stillpoint.device.SimulatedPatient;
import org.stillpoint.device.SimulatedPerson;
import org.stillpoint.device.SimulatedSource;
import org.stillpoint.metric.Pipeline;
import org.stillpoint.signal.Channel;
import org.stillpoint.signal.Marker;
import org.stillpoint.signal.Modality;
import org.stillpoint.signal.PacerCell;
import org.stillpoint.signal.Unit;
import org.stillpoint.training.Feedback;
import org.stillpoint.training.FeedbackCell;
import org.stillpoint.training.Finding;
import org.stillpoint.training.Phase;
import org.stillpoint.training.Protocol;
import org.stillpoint.training.Script;
import org.stillpoint.training.Start;
import org.stillpoint.training.TrainingControl;
import org.stillpoint.training.TrainingLoop;

/**
 * A whole session with a simulated patient as fast as the machine can: the real loop and the real signal chain over a ring
 * that is filled by hand, and a clock that counts samples. Consents are agreed to and questions answered as the model would.
 *
 * <p>One thread, no files, no real time: the same protocol and person give the same session.
 */
final class SimulatedSession {

    /** Between two calls of {@link SimulatedCase#meanwhile}. */
    static final double CHUNK_SECONDS = 0.02;

    /** So long a question stands before it is answered. */
    static final double ANSWERS_AFTER_SECONDS = 5;

    private static final long START_NANOS = 1_000_000_000L;

    private final Protocol protocol;
    private final SimulatedCase who;
    private final SimulatedPerson person;
    private final SimulatedPatient patient;
    private final List<Integer> places = new ArrayList<>();
    private final SampleRing ring;
    private final TrainingControl control = new TrainingControl();
    private final TrainingLoop loop;
    private final FeedbackCell cell;
    private final Feedback now;
    private final List<Marker> markers = new ArrayList<>();
    private final int rateHz;
    private long samples;
    private int answeredPhase = -1;

    SimulatedSession(Protocol protocol, SimulatedCase who, SimulatedPerson person, Map<String, Script> scripts) {
        this.protocol = protocol;
        this.who = who;
        this.person = person;
        rateHz = who.rateHz();
        PacerCell pacer = new PacerCell();
        patient = new SimulatedPatient(person, pacer, rateHz);
        patient.habits(who.habits(person));
        List<Channel> all = SimulatedSource.describe().channels();
        List<Pipeline.Line> lines = new ArrayList<>();
        int muscle = -1;
        for (int i = 0; i < all.size(); i++) {
            Channel channel = all.get(i);
            if (who.worn().contains(channel.modality())) {
                muscle = channel.modality() == Modality.EMG ? lines.size() : muscle;
                places.add(i);
                lines.add(new Pipeline.Line(channel, rateHz));
            }
        }
        if (who.worn().contains(Modality.RESP2)) {
            places.add(SimulatedSource.SECOND_BELT);
            lines.add(new Pipeline.Line(SimulatedSource.secondBelt(), rateHz));
        }
        double least = muscle < 0
                ? 0
                : lines.get(muscle).channel().noise().least()
                        * lines.get(muscle).channel().unit().factorTo(Unit.MICROVOLT);
        Pipeline pipeline = new Pipeline(lines, SessionRun.SETTINGS);
        ring = new SampleRing(Math.max(1, lines.size()), 1024);
        cell = new FeedbackCell(
                pipeline.metrics().size(), lines.size(), protocol.phases().size());
        now = cell.blank();
        loop = new TrainingLoop(
                List.of(new TrainingLoop.Feed(ring, rateHz, 0)),
                pipeline,
                muscle,
                -1,
                least,
                new Start(
                        protocol,
                        pacer,
                        lines.stream().map(line -> line.channel().modality()).collect(Collectors.toSet()),
                        pipeline.metrics(),
                        who.remembered(person),
                        scripts),
                cell,
                new EventRing(64),
                new SampleRing(TrainingLoop.FEEDBACK_COLUMNS.size(), 64),
                control,
                this::nanos,
                START_NANOS);
    }

    private long nanos() {
        return START_NANOS + Math.round(samples * 1e9 / rateHz);
    }

    /** Lives through the session to its end, or until twice its planned time is over. */
    SimulatedSession run() {
        double[] worn = new double[ring.channels()];
        int chunk = (int) Math.round(CHUNK_SECONDS * rateHz);
        double latest = 2 * protocol.seconds() + 60;
        while (now.state() != Feedback.State.FINISHED && patient.seconds() < latest) {
            who.meanwhile(this);
            for (int i = 0; i < chunk; i++) {
                patient.step();
                for (int c = 0; c < places.size(); c++) {
                    worn[c] = SimulatedSource.code(patient, places.get(c));
                }
                ring.publish(worn, nanos());
                samples++;
            }
            loop.work();
            cell.read(now);
            reply();
            for (Marker marker = loop.pollMarker(); marker != null; marker = loop.pollMarker()) {
                markers.add(marker);
            }
        }
        return this;
    }

    private void reply() {
        if (now.state() != Feedback.State.RUNNING) {
            return;
        }
        if (now.asking()) {
            control.agree();
            return;
        }
        Phase phase = protocol.phases().get(now.phaseIndex());
        // a key that stops, or numbers in a row, are the person's own business
        boolean asked = !phase.question().isEmpty()
                && protocol.question(phase.question()).takes().awaited()
                && now.phaseElapsedSeconds() >= ANSWERS_AFTER_SECONDS;
        if (asked && answeredPhase != now.phaseIndex()) {
            answeredPhase = now.phaseIndex();
            double number = who.rating(this, phase);
            String words = who.answer(this, phase);
            if (number == number) {
                control.rating(phase.question(), number);
            } else if (!words.isEmpty()) {
                control.answer(phase.question(), words);
            }
        }
    }

    Protocol protocol() {
        return protocol;
    }

    /** Who it is. */
    SimulatedPerson person() {
        return person;
    }

    SimulatedPatient patient() {
        return patient;
    }

    TrainingControl control() {
        return control;
    }

    /** The newest feedback. */
    Feedback feedback() {
        return now;
    }

    boolean finished() {
        return now.state() == Feedback.State.FINISHED;
    }

    /** What the exercises found. */
    List<Finding> findings() {
        return loop.findings();
    }

    /** All that belongs into the recording, so far. */
    List<Marker> markers() {
        return markers;
    }
}

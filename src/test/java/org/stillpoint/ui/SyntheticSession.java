package org.stillpoint.ui;

import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.stillpoint.acquisition.Clock;
import org.stillpoint.acquisition.EventRing;
import org.stillpoint.acquisition.Health;
import org.stillpoint.acquisition.HealthWriter;
import org.stillpoint.acquisition.SampleRing;
import org.stillpoint.device.DeviceProfile;
import org.stillpoint.metric.Event;
import org.stillpoint.signal.Channel;
import org.stillpoint.signal.Modality;
import org.stillpoint.signal.Noise;
import org.stillpoint.signal.Quality;
import org.stillpoint.signal.Unit;
import org.stillpoint.training.Feedback;
import org.stillpoint.training.FeedbackCell;
import org.stillpoint.training.FeedbackWriter;
import org.stillpoint.training.Phase;
import org.stillpoint.training.PhaseKind;
import org.stillpoint.training.Protocol;
import org.stillpoint.training.TrainingControl;

/** A made-up person at three sensors of 1 kHz, as a function of time; moved on by hand, so that pictures repeat. */
public final class SyntheticSession implements Clock {

    public static final double RATE_HZ = 1000;

    public final TrainingControl control = new TrainingControl();
    public final Health health = new Health();
    public final FeedbackCell cell;
    public final FeedbackWriter writer;
    public final SampleRing ring = new SampleRing(3, 64_000);
    public final EventRing events = new EventRing(4096);
    public final LiveSession live;
    public String problem = "";
    public boolean held;
    public boolean veiled;
    public boolean asking;
    public String cue = "";
    public String note = "";
    public double appointmentEnd = Double.NaN;
    public final double[] planned;
    public boolean emgLost;
    public boolean emgAtLimit;
    public double rate = 6;
    public double threshold = 3.5;

    /** What a picture wants to be otherwise, just before each feedback is published. */
    public Consumer<FeedbackWriter> also = writer -> {};

    private final Random random = new Random(7);
    private final double[] codes = new double[3];
    private double t;
    private double beatPhase;
    private double lastBeat;
    private double breathState;
    private double heartRate = 66;
    private double emgEnvelope = 3;
    private double emgSquare = 9;
    private long beats;

    public SyntheticSession() {
        this(protocol());
    }

    public SyntheticSession(Protocol protocol) {
        cell = new FeedbackCell(6, 3, protocol.phases().size());
        writer = new FeedbackWriter(cell);
        planned = protocol.phases().stream().mapToDouble(Phase::seconds).toArray();
        List<Channel> channels = List.of(
                new Channel("ecg", "chest", Modality.ECG, Unit.MILLIVOLT, 0.001, 0, -5000, 5000, Noise.UNKNOWN),
                new Channel("resp", "belt, abdomen", Modality.RESP, Unit.PERCENT, 0.01, 0, 0, 10000, Noise.UNKNOWN),
                new Channel(
                        "emg",
                        "right trapezius",
                        Modality.EMG,
                        Unit.MICROVOLT,
                        0.01,
                        0,
                        -1e6,
                        1e6,
                        new Noise(0.01, 1.1, 20, 450)));
        DeviceProfile profile = new DeviceProfile(
                "bitalino",
                "BITalino",
                RATE_HZ,
                DeviceProfile.Isolation.BATTERY,
                channels,
                null,
                null,
                null,
                null,
                "built-in",
                null);
        HealthWriter.line(health, Health.Line.LIVE, "");
        live = new LiveSession(
                "P-0142",
                protocol,
                List.of(new LiveDevice(profile, RATE_HZ, ring, health, 0)),
                cell,
                events,
                control,
                List.of(
                        new MeasureLabel("swing", "Swing per breath", "/min", "over 6 breaths", 1),
                        new MeasureLabel("heart-rate", "Heart rate", "/min", "last 10 s", 0),
                        new MeasureLabel("breathing-rate", "Breath", "/min", "over 4 breaths", 1),
                        new MeasureLabel("muscle", "Muscle", "µV", "RMS 1 s, 20–450 Hz", 1),
                        new MeasureLabel("rmssd", "RMSSD", "ms", "64 s", 0),
                        new MeasureLabel("rhythm", "Rhythm", "", "64 s", 2)),
                (meter, absence) -> "needs 64 s, 41 s so far",
                new LiveSession.RecordingState() {
                    @Override
                    public double durableSeconds() {
                        return Math.floor(t);
                    }

                    @Override
                    public String problem() {
                        return problem;
                    }
                });
    }

    public static Protocol protocol() {
        return protocol("wave-tension");
    }

    public static Protocol protocol(String display) {
        String sentence = "Your heart follows your breath.";
        return new Protocol(
                "hrv-training",
                "Breathing and letting go",
                List.of("paced-breathing", "emg-relaxation"),
                display,
                6,
                0.45,
                "Slow breathing lets the heart swing; the shoulder learns to let go.",
                List.of(
                        new Phase("Settle", PhaseKind.REST, 60, "Find a comfortable place for your feet and hands."),
                        new Phase("Rest", PhaseKind.BASELINE, 120, "Sit quietly. Nothing to do."),
                        new Phase("Alone before", PhaseKind.ALONE_BEFORE, 120, "Breathe as you like."),
                        new Phase("Trial 1", PhaseKind.FEEDBACK, 300, sentence),
                        new Phase("Trial 2", PhaseKind.FEEDBACK, 300, sentence),
                        new Phase("Trial 3", PhaseKind.FEEDBACK, 300, sentence),
                        new Phase("Alone after", PhaseKind.ALONE_AFTER, 120, "Keep going on your own."),
                        new Phase("Wrap-up", PhaseKind.WRAP_UP, 240, "Stay with what helped.")));
    }

    @Override
    public long nanos() {
        return (long) (t * 1e9) + 14_000_000L;
    }

    @Override
    public long epochMillis() {
        return 1_795_337_280_000L + (long) (t * 1000);
    }

    public double seconds() {
        return t;
    }

    /** Publishes all samples up to this time, and the feedback at its end. */
    public void runTo(double seconds) {
        while (t + 0.5 / RATE_HZ < seconds) {
            t += 1 / RATE_HZ;
            sample();
        }
        feedback();
    }

    private void sample() {
        double paced = 0.5 - 0.5 * Math.cos(2 * Math.PI * warp((t - 0.45) * rate / 60));
        double depth = 0.9 + 0.06 * Math.sin(t / 17) + 0.04 * Math.sin(t / 5.3);
        breathState += (paced * depth + 0.03 * Math.sin(t * 1.7) - breathState) * 0.006;
        double follow = 0.5 - 0.5 * Math.cos(2 * Math.PI * warp((t - 1.0) * rate / 60));
        heartRate = 66 + (5.2 + 2.2 * Math.sin(t / 31)) * (2 * follow - 1) + 0.9 * Math.sin(t * 0.61);
        beatPhase += heartRate / 60 / RATE_HZ;
        if (beatPhase >= 1) {
            beatPhase -= 1;
            beats++;
            if (lastBeat > 0) {
                events.publish(Event.BEAT.ordinal(), t, (t - lastBeat) * 1000, 0);
            }
            lastBeat = t;
        }
        double burst = bump(t % 47, 21, 2.2) * 14 + bump(t % 31, 9, 1.4) * 5;
        emgEnvelope = 2.6 + 0.5 * Math.sin(t / 7.3) + 0.4 * Math.sin(t / 2.9) + burst;
        double muscle = random.nextGaussian() * emgEnvelope;
        emgSquare += (muscle * muscle - emgSquare) * 0.004;
        codes[0] = Math.round(1000 * ecg(beatPhase) + 12 * random.nextGaussian() + 60 * Math.sin(t * 1.1));
        codes[1] = Math.round(100 * (30 + 42 * breathState + 0.08 * random.nextGaussian()));
        codes[2] = emgLost ? Double.NaN : Math.round(100 * muscle);
        ring.publish(codes, (long) (t * 1e9));
    }

    private static double warp(double cycles) {
        double phase = cycles - Math.floor(cycles);
        return phase < 0.45 ? 0.5 * phase / 0.45 : 0.5 + 0.5 * (phase - 0.45) / 0.55;
    }

    private static double bump(double x, double centre, double width) {
        double z = (x - centre) / width;
        return Math.exp(-z * z);
    }

    private static double ecg(double phase) {
        double seconds = (phase - 0.35) * 0.9;
        return 0.12 * bump(seconds, -0.17, 0.028)
                - 0.10 * bump(seconds, -0.028, 0.010)
                + 1.15 * bump(seconds, 0, 0.011)
                - 0.22 * bump(seconds, 0.028, 0.011)
                + 0.28 * bump(seconds, 0.25, 0.055);
    }

    private void feedback() {
        double start = 0;
        int index = 0;
        List<Phase> phases = live.protocol().phases();
        while (index < phases.size() - 1 && t >= start + planned[index]) {
            start += planned[index];
            index++;
        }
        for (int i = 0; i < planned.length; i++) {
            writer.planned(i, planned[i]);
        }
        Phase phase = phases.get(index);
        double cycles = t * rate / 60;
        double rms = Math.sqrt(emgSquare);
        boolean noMuscle = emgLost || emgAtLimit;
        writer.state(held ? Feedback.State.HELD : Feedback.State.RUNNING)
                .time(t, (long) (t * 1e9))
                .phase(index, t - start, planned[index])
                .asking(asking)
                .says(cue, note)
                .appointmentEnd(appointmentEnd)
                .secondMuscle(noMuscle ? Double.NaN : 0.6 * rms + 1.2)
                .pacer(phase.kind().paces() && !held, rate, 0.45, cycles - Math.floor(cycles))
                .breath(Math.max(0, Math.min(1, breathState / 0.95)))
                .heart(beats, heartRate)
                .muscle(noMuscle ? Double.NaN : rms, threshold, !noMuscle && rms < threshold)
                .atLimit(emgAtLimit)
                .veiled(veiled);
        writer.meter(0, 11.4, 0, 0)
                .meter(1, heartRate, 0, 0)
                .meter(2, 6.0, 0, 0)
                .meter(3, noMuscle ? Double.NaN : rms, 1, 0)
                .meter(4, 48, 0, 0.02)
                .meter(5, Double.NaN, 2, 0);
        writer.quality(0, Quality.GOOD)
                .quality(1, Quality.GOOD)
                .quality(2, emgLost ? Quality.LOST : emgAtLimit ? Quality.SENSOR_LIMIT : Quality.GOOD);
        also.accept(writer);
        writer.publish();
    }
}

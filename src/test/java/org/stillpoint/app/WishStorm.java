package org.stillpoint.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.stillpoint.acquisition.EventRing;
import org.stillpoint.acquisition.SampleRing;
import org.stillpoint.device.SimulatedPatient;
import org.stillpoint.device.SimulatedPerson;
import org.stillpoint.device.SimulatedSource;
import org.stillpoint.metric.Pipeline;
import org.stillpoint.signal.Channel;
import org.stillpoint.signal.Marker;
import org.stillpoint.signal.PacerCell;
import org.stillpoint.training.Feedback;
import org.stillpoint.training.FeedbackCell;
import org.stillpoint.training.Phase;
import org.stillpoint.training.PhaseEnd;
import org.stillpoint.training.Protocol;
import org.stillpoint.training.Remembered;
import org.stillpoint.training.Script;
import org.stillpoint.training.Start;
import org.stillpoint.training.TrainingControl;
import org.stillpoint.training.TrainingLoop;

/**
 * A whole session in accelerated time with wishes of every kind at random moments, and all that must hold whatever is wished:
 * each broken rule is told once, in words. Without a person there is no sample at all, and the session goes by its clock.
 */
final class WishStorm {

    private static final double TICK_SECONDS = 0.02;
    private static final int RATE_HZ = 250;
    private static final int LONGEST_TICKS = 300_000;
    private static final double[] ODD = {
        Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, -1, 0, 1e-9, 1e300, -0.5, 3, 15, 99
    };
    private static final List<String> WORDS = List.of(
            "pmr-skip",
            "pmr-site",
            "muscle-side",
            "serial_sevens",
            "flexion-range",
            "comfort-stop",
            "comfort",
            "what_helped",
            "prediction_tension",
            "strategy");
    private static final List<String> SAID =
            List.of("", "second", "larger", "neck, hand", "right-hand", "999999999999999999", "x", "-7", "ä\n\"");

    private final Protocol protocol;
    private final Random random;
    private final TrainingControl control = new TrainingControl();
    private final PacerCell pacer = new PacerCell();
    private final SampleRing ring = new SampleRing(4, 1024);
    private final SampleRing rows = new SampleRing(TrainingLoop.FEEDBACK_COLUMNS.size(), 64);
    private final SimulatedPatient patient;
    private final FeedbackCell cell;
    private final TrainingLoop loop;
    private final Feedback now;
    private final double wishesPerSecond;
    private final Set<String> broken = new TreeSet<>();
    private final Set<Integer> entered = new TreeSet<>();
    private final List<Marker> phaseMarkers = new ArrayList<>();
    private final double[] codes = new double[4];
    private long ticks;
    private int places = -1;
    private Feedback.State stateBefore = Feedback.State.READY;
    private boolean pacingBefore;
    private double levelBefore = Double.NaN;
    private double elapsedBefore;
    private double plannedBefore = Double.NaN;
    private double thresholdBefore = Double.NaN;
    private boolean underBefore;
    private boolean wished;
    private boolean disturbed;
    private boolean finishWished;

    /** @param person null = nobody, no sample */
    WishStorm(
            Protocol protocol, Map<String, Script> scripts, SimulatedPerson person, long seed, double wishesPerSecond) {
        this.protocol = protocol;
        this.wishesPerSecond = wishesPerSecond;
        random = new Random(seed);
        patient = person == null ? null : new SimulatedPatient(person, pacer, RATE_HZ);
        List<Channel> channels = SimulatedSource.describe().channels();
        Pipeline pipeline = new Pipeline(
                channels.stream()
                        .map(channel -> new Pipeline.Line(channel, RATE_HZ))
                        .toList(),
                SessionRun.SETTINGS);
        cell = new FeedbackCell(
                pipeline.metrics().size(), channels.size(), protocol.phases().size());
        now = cell.blank();
        loop = new TrainingLoop(
                List.of(new TrainingLoop.Feed(ring, RATE_HZ, 0)),
                pipeline,
                3,
                -1,
                0.6,
                new Start(
                        protocol,
                        pacer,
                        Set.copyOf(channels.stream().map(Channel::modality).toList()),
                        pipeline.metrics(),
                        Remembered.NOTHING,
                        scripts),
                cell,
                new EventRing(64),
                rows,
                control,
                this::nanos,
                0);
    }

    private long nanos() {
        return Math.round(ticks * TICK_SECONDS * 1e9);
    }

    /** Lives through it; what was broken. */
    Set<String> run() {
        while (now.state() != Feedback.State.FINISHED && ticks < LONGEST_TICKS) {
            wished = false;
            wish();
            disturb();
            ticks++;
            samples();
            loop.work();
            cell.read(now);
            look();
        }
        for (Marker marker = loop.pollMarker(); marker != null; marker = loop.pollMarker()) {
            if (marker.kind().equals("phase")) {
                phaseMarkers.add(marker);
            }
        }
        if (now.state() == Feedback.State.FINISHED && !finishWished) {
            ended();
        }
        loop.findings().stream()
                .filter(finding -> finding.key().equals("pacer_eased") && finding.value() > 2)
                .forEach(finding -> broken.add("the pacer eased " + finding.value() + " times"));
        return broken;
    }

    private void samples() {
        if (patient == null) {
            return;
        }
        for (int i = 0; i < RATE_HZ * TICK_SECONDS; i++) {
            patient.step();
            for (int c = 0; c < codes.length; c++) {
                codes[c] = SimulatedSource.code(patient, c);
            }
            ring.publish(codes, Math.round((ticks * TICK_SECONDS + i / (double) RATE_HZ) * 1e9));
        }
    }

    private void disturb() {
        if (patient != null && random.nextDouble() < TICK_SECONDS / 40) {
            switch (random.nextInt(5)) {
                case 0 -> patient.move(3);
                case 1 -> patient.takeLeadsOff(5);
                case 2 -> patient.work(20 * random.nextDouble());
                case 3 -> patient.sigh(3);
                default -> patient.holdBreath(9);
            }
        }
    }

    private double number() {
        return random.nextInt(3) == 0 ? ODD[random.nextInt(ODD.length)] : 40 * random.nextDouble();
    }

    private void wish() {
        if (now.asking() && random.nextDouble() < 0.005) {
            wished = true;
            control.agree();
        }
        if (now.state() == Feedback.State.HELD && random.nextDouble() < 0.005) {
            wished = true;
            control.resume();
        }
        if (random.nextDouble() >= wishesPerSecond * TICK_SECONDS) {
            return;
        }
        wished = true;
        int place = random.nextInt(protocol.phases().size() + 2) - 1;
        switch (random.nextInt(22)) {
            case 0, 1 -> control.hold();
            case 2 -> control.resume();
            case 3 -> {
                if (random.nextInt(3) == 0) {
                    control.repeatPhase();
                }
            }
            case 4 -> control.nextPhase();
            case 5 -> control.skipPhase();
            case 6 -> {
                if (random.nextInt(3) == 0) {
                    control.oneMoreMinute();
                }
            }
            case 7, 8 -> control.phaseLength(place, random.nextInt(4) == 0 ? number() : 60 * random.nextDouble());
            case 9 -> control.dropPhase(place);
            case 10 -> control.keepPhase(place);
            case 11 -> control.endAt(number());
            case 12 -> control.pacerRate(number());
            case 13 -> control.inhaleShare(random.nextInt(2) == 0 ? number() : random.nextDouble());
            case 14 -> control.threshold(number());
            case 15 -> control.mark("note");
            case 16 -> control.event("cough");
            case 17 -> control.rating(WORDS.get(random.nextInt(WORDS.size())), number());
            case 18 -> control.answer(WORDS.get(random.nextInt(WORDS.size())), SAID.get(random.nextInt(SAID.size())));
            case 19 -> control.veil(random.nextBoolean());
            case 20 -> control.tooFast();
            default -> {
                if (random.nextInt(40) == 0) {
                    finishWished = true;
                    control.finish();
                }
            }
        }
    }

    private void must(boolean holds, String otherwise) {
        if (!holds) {
            broken.add(otherwise);
        }
    }

    private void look() {
        boolean running = now.state() == Feedback.State.RUNNING && !now.asking();
        boolean began = now.phaseIndex() != places || now.phaseElapsedSeconds() < elapsedBefore - 1e-9;
        must(now.phaseIndex() >= places, "a phase came back");
        if (began) {
            timed();
            for (int skipped = places + 1; skipped < now.phaseIndex() && !wished; skipped++) {
                must(now.plannedSeconds(skipped) == 0, "a phase was passed over that was not left out");
            }
            thresholdBefore = Double.NaN;
            disturbed = wished;
        }
        disturbed |= wished || !running;
        entered.add(now.phaseIndex());
        places = now.phaseIndex();
        goal();
        pacing(running, began);
        if (now.state() == Feedback.State.HELD) {
            must(!now.pacing() && !pacer.running(), "the pacer runs while held");
            must(
                    stateBefore != Feedback.State.HELD || wished || now.phaseElapsedSeconds() == elapsedBefore,
                    "held time passes");
        }
        stateBefore = now.state();
        elapsedBefore = now.phaseElapsedSeconds();
        plannedBefore = now.phaseSeconds();
    }

    /** A phase that nobody touched has to end by its clock within a tick of its plan. */
    private void timed() {
        if (places >= 0 && !disturbed && !wished) {
            Phase phase = protocol.phases().get(places);
            double length = elapsedBefore + TICK_SECONDS;
            must(
                    phase.end() == PhaseEnd.DONE || Math.abs(length - plannedBefore) <= TICK_SECONDS + 1e-6,
                    "a phase ended " + (length - plannedBefore) + " s off its plan");
        }
    }

    private void goal() {
        double threshold = now.thresholdMicrovolts();
        must(
                thresholdBefore != thresholdBefore || threshold != threshold || threshold == thresholdBefore,
                "the threshold moved within a trial");
        thresholdBefore = threshold == threshold ? threshold : thresholdBefore;
        if (now.rewarded()) {
            must(now.state() == Feedback.State.RUNNING && !now.asking(), "rewarded while nothing runs");
            must(!now.masked() && !now.veiled() && !now.softer(), "rewarded while masked, veiled or too deep");
            // a level may be one tick newer than the decision that stands beside it
            boolean muscle = now.muscleMicrovolts() < threshold || now.muscleAtLimit() || underBefore;
            must(muscle || now.goalValue() == now.goalValue(), "rewarded without a value under its line");
            must(
                    patient == null || !patient.leadsOff() || now.goalValue() == now.goalValue(),
                    "rewarded with leads off");
            must(patient != null, "rewarded without any sample");
        }
        underBefore = now.muscleMicrovolts() < threshold || now.muscleAtLimit();
    }

    private void pacing(boolean running, boolean began) {
        must(now.pacing() == pacer.running(), "the pacer's cell does not say what is shown");
        must(running || !now.pacing(), "the pacer runs while nothing does");
        double level = now.pacing() ? now.pacerLevel() : Double.NaN;
        if (now.pacing()) {
            must(
                    now.pacerRatePerMinute() >= 3 && now.pacerRatePerMinute() <= 15,
                    "the pacer runs at " + now.pacerRatePerMinute());
            must(now.pacerPhase() >= 0 && now.pacerPhase() < 1, "the pacer stands at " + now.pacerPhase());
            boolean fresh = began || !pacingBefore || wished && stateBefore == Feedback.State.HELD;
            must(fresh || Math.abs(level - levelBefore) < 0.05, "the pacer's height jumps");
        }
        pacingBefore = now.pacing();
        levelBefore = level;
    }

    private void ended() {
        for (int i = 0; i < protocol.phases().size(); i++) {
            must(entered.contains(i) || now.plannedSeconds(i) == 0 || passedOver(i), "phase " + i + " was lost");
            must(
                    !protocol.phases().get(i).kind().always() || now.plannedSeconds(i) > 0,
                    "phase " + i + " was left out although it always stays");
        }
    }

    /** Two wishes to go on in one tick, or one at its first moment: the feedback never shows it, its marker does. */
    private boolean passedOver(int place) {
        return phaseMarkers.stream()
                .anyMatch(marker ->
                        marker.label().equals(protocol.phases().get(place).title()));
    }
}

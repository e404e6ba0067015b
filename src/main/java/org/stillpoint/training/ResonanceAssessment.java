package org.stillpoint.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.stillpoint.signal.Modality;
import org.stillpoint.signal.PacerCell;
import org.stillpoint.signal.Quality;
import org.stillpoint.signal.RrVerdict;

/**
 * Looks for the breathing rate at which heart and breath swing together most: a block at each rate of the protocol, as long
 * as it takes until enough breaths followed the pacer with clean heart beats, and a {@link ResonanceVerdict} over all.
 *
 * <p>A block is a phase in which this exercise paces. One without a rate of its own goes around the rate that an earlier
 * session found: that rate, one a minute faster, one slower, and that rate again. The rate of a block never changes; "too
 * fast, dizzy" ends it, and a second time ends all pacing. While breaths are much deeper than at rest the sentence asks for
 * softer ones. A rating with the question {@value #COMFORT} counts for the block before.
 */
final class ResonanceAssessment implements Exercise {

    /** Question about the block before: 0 = not comfortable at all, 10 = very. */
    static final String COMFORT = "comfort";

    static final String STATUS = "resonance_status";
    static final String REASON = "resonance_reason";
    static final String RATE = "resonance_per_min";
    static final String SET = "resonance_set";

    /** So many breaths a block is asked for; fewer than {@link ResonanceBlock#LEAST_BREATHS} say nothing. */
    private static final int WANTED_BREATHS = 14;

    private static final double AFTER_HOLD_SECONDS = 20;
    private static final double WITHOUT_HEART_SECONDS = 60;
    private static final double USUAL_PER_MINUTE = 5.5;
    private static final double[] AROUND = {0, 1, -1};
    private static final int STOPS = 2;
    private static final Set<Modality> HEART = Set.of(Modality.ECG, Modality.PPG, Modality.IBI);
    private static final Set<Modality> BELT = Set.of(Modality.RESP, Modality.RESP2);

    private final List<ResonanceBlock> blocks = new ArrayList<>();
    private volatile ResonanceSheet sheet = ResonanceSheet.EMPTY;
    private final OwnBreath own = new OwnBreath();
    private final PacedBreaths block = new PacedBreaths();
    private PacerCell cell;
    private Pacer pacer;
    private double inhaleShare;
    private double rememberedPerMinute;
    private Phase lastBlock;
    private boolean heartWorn;
    private boolean beltWorn;
    private boolean running;
    private boolean held;
    private boolean over;
    private boolean rateable;
    private int stops;
    private int aroundBlocks;
    private double startSeconds;
    private double cycleSeconds;
    private double nowSeconds;
    private long ticks;
    private long stillTicks;

    @Override
    public String id() {
        return "resonance";
    }

    @Override
    public String name() {
        return "Resonance assessment";
    }

    @Override
    public Sheet sheetKind() {
        return Sheet.RESONANCE;
    }

    @Override
    public List<Set<Modality>> needs() {
        return List.of(HEART, BELT);
    }

    @Override
    public String without() {
        return "the pacer leads through its rates and nothing certain is found";
    }

    @Override
    public void begin(Start start) {
        cell = start.pacer();
        inhaleShare = start.protocol().inhaleShare();
        pacer = new Pacer(start.protocol().pacerRatePerMinute(), inhaleShare);
        rememberedPerMinute = start.remembered().number(RATE);
        heartWorn = start.sensors().stream().anyMatch(HEART::contains);
        beltWorn = start.sensors().stream().anyMatch(BELT::contains);
        for (Phase phase : start.protocol().phases()) {
            if (isBlock(phase)) {
                lastBlock = phase;
            }
        }
    }

    private boolean isBlock(Phase phase) {
        return phase.kind().paces()
                && (phase.exercise().isEmpty() || phase.exercise().equals(id()));
    }

    @Override
    public void phase(Phase phase, double tSeconds) {
        own.rests(phase.kind() == PhaseKind.BASELINE);
        if (phase.kind() == PhaseKind.WRAP_UP && !over) {
            over = true;
            publish();
        }
        running = isBlock(phase) && stops < STOPS;
        if (!running) {
            return;
        }
        double share = phase.inhaleShare() > 0 ? phase.inhaleShare() : inhaleShare;
        pacer = new Pacer(rate(phase), share);
        startSeconds = tSeconds;
        cycleSeconds = tSeconds;
        nowSeconds = tSeconds;
        ticks = 0;
        stillTicks = 0;
        pacer.start(tSeconds);
        block.begin(pacer.ratePerMinute(), tSeconds + ResonanceBlock.SETTLING_SECONDS);
    }

    private double rate(Phase phase) {
        if (phase.ratePerMinute() > 0) {
            return phase.ratePerMinute();
        }
        double middle = rememberedPerMinute > 0 ? rememberedPerMinute : USUAL_PER_MINUTE;
        double rate = middle + AROUND[aroundBlocks++ % AROUND.length];
        return Pacer.limitedRate(rate);
    }

    @Override
    public void phaseEnds(Phase phase, double tSeconds, boolean whole) {
        over |= phase == lastBlock && whole;
        rateable = isBlock(phase) ? running && whole : rateable;
        if (!running) {
            return;
        }
        running = false;
        if (whole) {
            block.judge(Double.POSITIVE_INFINITY);
            blocks.add(ResonanceBlock.of(block, beltWorn, ticks == 0 ? Double.NaN : (double) stillTicks / ticks));
        } else if (!(phase.ratePerMinute() > 0)) {
            aroundBlocks--;
        }
        publish();
    }

    @Override
    public void disturbed(double fromSeconds) {
        if (running) {
            block.disturbed(fromSeconds);
        }
    }

    @Override
    public void hold(double tSeconds) {
        held = true;
        if (running) {
            cell.write(false, pacer.ratePerMinute(), pacer.inhaleShare(), pacer.phase(tSeconds));
        }
    }

    @Override
    public void resume(double tSeconds) {
        held = false;
        pacer.start(tSeconds);
        cycleSeconds = tSeconds;
        block.notBefore(tSeconds + AFTER_HOLD_SECONDS);
    }

    @Override
    public void wish(TrainingControl.Wish wish, double tSeconds) {
        if (wish.kind() == TrainingControl.Kind.TOO_FAST && running) {
            running = false;
            stops++;
        } else if (wish.kind() == TrainingControl.Kind.RATING && wish.text().equals(COMFORT) && rateable) {
            int last = blocks.size() - 1;
            blocks.set(last, blocks.get(last).withComfort(wish.number()));
            publish();
        }
    }

    @Override
    public void beat(double tSeconds, double rrMillis, RrVerdict verdict) {
        if (running) {
            block.beat(tSeconds, rrMillis, verdict);
        }
    }

    @Override
    public void breath(double inhaleSeconds, double exhaleSeconds, double endSeconds, double depth) {
        own.breath(inhaleSeconds, endSeconds, depth);
        if (running) {
            block.breath(inhaleSeconds, exhaleSeconds, endSeconds, pacer.phase(inhaleSeconds));
        }
    }

    @Override
    public void step(double tSeconds, Feedback feedback) {
        nowSeconds = tSeconds;
        if (!running || held) {
            return;
        }
        boolean settling = tSeconds - startSeconds < ResonanceBlock.SETTLING_SECONDS;
        if (!settling) {
            ticks++;
            stillTicks += still(feedback) ? 1 : 0;
        }
        if (!beltWorn) {
            assume(tSeconds);
        }
        block.until(tSeconds);
        block.judge(tSeconds);
        double phase = pacer.phase(tSeconds);
        feedback.pacing = true;
        feedback.pacerRatePerMinute = pacer.ratePerMinute();
        feedback.pacerInhaleShare = pacer.inhaleShare();
        feedback.pacerPhase = phase;
        feedback.softer = own.deeperThanAtRest();
        feedback.cue = feedback.softer
                ? OwnBreath.SOFTER
                : settling
                        ? "Let your breath find the pacer: slow, low, soft; not deeper."
                        : "Stay with the pacer: small and soft, not deeper.";
        cell.write(true, pacer.ratePerMinute(), pacer.inhaleShare(), phase);
    }

    private static boolean still(Feedback feedback) {
        for (int quality : feedback.lineQualities) {
            if (quality == Quality.MOVING.ordinal()) {
                return false;
            }
        }
        return !feedback.masked;
    }

    /** Without a belt each cycle of the pacer stands for a breath; the verdict says that nobody knows. */
    private void assume(double tSeconds) {
        double cycle = 60 / pacer.ratePerMinute();
        if (tSeconds >= cycleSeconds + cycle) {
            block.breath(cycleSeconds, cycleSeconds + pacer.inhaleShare() * cycle, cycleSeconds + cycle, 0);
            cycleSeconds += cycle;
        }
    }

    @Override
    public boolean done() {
        if (!running) {
            // stopped by the person: nothing is paced any more
            return true;
        }
        return heartWorn ? block.analysed() >= WANTED_BREATHS : nowSeconds - startSeconds >= WITHOUT_HEART_SECONDS;
    }

    private ResonanceVerdict verdict() {
        return stops < STOPS
                ? ResonanceVerdict.of(blocks, heartWorn, beltWorn)
                : new ResonanceVerdict(
                        ResonanceVerdict.Status.FAILED,
                        List.of(),
                        Double.NaN,
                        "It was stopped twice because the breathing felt wrong.");
    }

    /** What there is to show so far; any thread. */
    ResonanceSheet sheet() {
        return sheet;
    }

    private void publish() {
        sheet = new ResonanceSheet(blocks, over ? Optional.of(verdict()) : Optional.empty());
    }

    @Override
    public List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        if (over) {
            ResonanceVerdict verdict = verdict();
            String set = verdict.set().stream().map(String::valueOf).collect(Collectors.joining(", "));
            findings.add(Finding.of(STATUS, Double.NaN, verdict.status().id()));
            if (verdict.status() == ResonanceVerdict.Status.CONFIDENT) {
                findings.add(Finding.kept(RATE, verdict.recommendedPerMinute(), ""));
                findings.add(Finding.kept(SET, Double.NaN, set));
                findings.add(Finding.kept(RateChoice.KEY, verdict.recommendedPerMinute(), ""));
            } else if (!set.isEmpty()) {
                findings.add(Finding.of(SET, Double.NaN, set));
            }
            findings.add(Finding.of(REASON, Double.NaN, verdict.reason()));
        }
        for (int i = 0; i < blocks.size(); i++) {
            ResonanceBlock one = blocks.get(i);
            findings.add(Finding.of("resonance_block_" + (i + 1), one.ratePerMinute(), words(one)));
        }
        return findings;
    }

    private static String words(ResonanceBlock one) {
        if (!one.swing().present()) {
            return "a minute: " + one.flaw();
        }
        String comfort =
                one.comfort() == one.comfort() ? String.format(Locale.ROOT, ", comfort %.0f", one.comfort()) : "";
        String followed = one.following() < 0 ? "" : ", " + one.following() + " with the pacer";
        String flaw = one.usable() ? "" : "; " + one.flaw();
        return String.format(
                Locale.ROOT,
                "a minute: swing %.1f ± %.1f beats a minute, slow power %.0f ± %.0f ms², heart %.0f ± %.0f° ahead of the"
                        + " breath, largest wave at %.2f ± %.2f a minute (%.0f ± %.0f ms²/Hz), %.0f ± %.0f %% of the power"
                        + " beside it, %d peaks, %d of %d breaths used%s%s%s",
                one.swing().value(),
                one.swing().error(),
                one.slowPower().value(),
                one.slowPower().error(),
                one.phaseDegrees().value(),
                one.phaseDegrees().error(),
                one.peakPerMinute().value(),
                one.peakPerMinute().error(),
                one.peakHeight().value(),
                one.peakHeight().error(),
                100 * one.outOfPeak().value(),
                100 * one.outOfPeak().error(),
                one.peaks(),
                one.analysed(),
                one.breaths(),
                followed,
                comfort,
                flaw);
    }
}

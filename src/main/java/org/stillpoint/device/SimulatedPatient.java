package org.stillpoint.device;

import java.util.List;
import java.util.Random;
import org.stillpoint.signal.PacerCell;

/**
 * A person as a model: the heart follows the breath with a resonance, the breath follows the pacer, the shoulder muscle
 * lets go with time. Its truth is known, so exercises can be tested against it.
 *
 * <p>One {@link #step} is one sample at the rate chosen; there is no clock. The same settings and the same pacer give the
 * same samples. One thread; {@code step} allocates nothing.
 *
 * <p>The resonance is a band-pass between breath and heart rate: largest swing, and
 * heart in phase with the breath, at the resonance (Vaschillo et al., Applied Psychophysiology and Biofeedback 27
 * (2002) 1-27).
 */
public final class SimulatedPatient {

    private static final double RATE_NOISE_SECONDS = 25;
    private static final double LETTING_GO_SECONDS = 150;
    private static final double FRONT_END_MICROVOLTS = 0.3;

    private final SimulatedPerson settings;
    private final PacerCell pacer;
    private final double dt;
    private final Random random;
    private final Random secondBeltRandom;
    private final BreathDrive breath;
    private final HeartModel heart;
    private final HeartFollowing following;
    private final MuscleNoise muscle;
    private double seconds;
    private double rateNoise;
    private double burstLeft;
    private double burstMicrovolts;
    private double motionLeft;
    private double motionSize;
    private double motionPhase;
    private double leadOffLeft;
    private MuscleDrive drive;
    private double emgRms;
    private double effort;
    private double emg;
    private double stress;
    private double taskMicrovolts;

    /**
     * A person at time 0.
     *
     * @param pacer read at every step; may be written by another thread
     * @param rateHz steps a second, at least 50
     */
    public SimulatedPatient(SimulatedPerson settings, PacerCell pacer, double rateHz) {
        if (!(rateHz >= 50)) {
            throw new IllegalArgumentException("rate must be at least 50 Hz: " + rateHz);
        }
        this.settings = settings;
        this.pacer = pacer;
        dt = 1 / rateHz;
        stress = settings.stress();
        random = new Random(settings.seed() * 0x5DEECE66DL + 11);
        secondBeltRandom = new Random(settings.seed() + 505);
        breath = new BreathDrive(settings, new Random(settings.seed() + 101));
        heart = new HeartModel(settings, new Random(settings.seed() + 202));
        muscle = new MuscleNoise(rateHz, new Random(settings.seed() + 303));
        habits(MuscleHabits.USUAL);
        following = new HeartFollowing(
                settings.slowBreathing(), settings.resonancePerMinute(), new Random(settings.seed() + 404));
    }

    /** Lives on by one sample. */
    public void step() {
        seconds += dt;
        breath.step(seconds, dt, pacer);
        double followed = following.step(
                seconds, dt, 2 * breath.volume() - 1, breath.starts().count());
        rateNoise += -rateNoise * dt / RATE_NOISE_SECONDS
                + settings.slowBreathing().wanderBeatsPerMinute()
                        * Math.sqrt(2 * dt / RATE_NOISE_SECONDS)
                        * random.nextGaussian();
        double swing = settings.swingBeatsPerMinute() * (1 - 0.5 * stress) * followed;
        heart.step(seconds, dt, settings.restingBeatsPerMinute() + 18 * stress + rateNoise + swing);
        disturb();
        tense();
    }

    private void disturb() {
        motionLeft = Math.max(0, motionLeft - dt);
        leadOffLeft = Math.max(0, leadOffLeft - dt);
        if (motionLeft == 0 && random.nextDouble() < settings.motionPerMinute() / 60 * dt) {
            move(1 + 2 * random.nextDouble());
        }
        if (leadOffLeft == 0 && random.nextDouble() < settings.leadOffPerMinute() / 60 * dt) {
            takeLeadsOff(2 + 3 * random.nextDouble());
        }
        motionPhase += dt;
        motionSize += (motionLeft > 0 ? 1 - motionSize : -motionSize) * dt / 0.15;
    }

    private void tense() {
        double settled = settings.relaxedMicrovolts();
        double letGo = settled + (settings.tensionMicrovolts() - settled) * Math.exp(-seconds / LETTING_GO_SECONDS);
        burstLeft = Math.max(0, burstLeft - dt);
        if (burstLeft == 0 && random.nextDouble() < 2.0 / 60 * dt) {
            burstLeft = 0.4 + random.nextDouble();
            burstMicrovolts = letGo * (0.5 + random.nextDouble());
        }
        double wanted =
                letGo + stress * 8 + taskMicrovolts + (burstLeft > 0 ? burstMicrovolts : 0) + (motionLeft > 0 ? 25 : 0);
        emgRms += (wanted - emgRms) * (seconds <= dt ? 1 : dt / 0.12);
        effort = drive.step(seconds, dt, pacer.effort(), letGo + settings.stress() * 8);
        emg = (emgRms + effort) * muscle.next() + FRONT_END_MICROVOLTS * random.nextGaussian() + mains();
    }

    private double mains() {
        return settings.mainsMicrovolts() == 0
                ? 0
                : settings.mainsMicrovolts() * Math.sin(2 * Math.PI * settings.mainsHz() * seconds);
    }

    /** Another way of tensing and letting go when asked; from now on. */
    public void habits(MuscleHabits how) {
        drive = new MuscleDrive(how, new Random(settings.seed() + 505));
    }

    /** The person moves for so long. */
    public void move(double forSeconds) {
        motionLeft = forSeconds;
    }

    /** Electrodes of heart and muscle come off for so long. */
    public void takeLeadsOff(double forSeconds) {
        leadOffLeft = forSeconds;
    }

    /** From now on the person is under this much stress, 0 … 1. */
    public void stress(double now) {
        stress = now;
    }

    /** From now on a task asks so much more of the muscle, RMS; 0 = no task. */
    public void work(double microvolts) {
        taskMicrovolts = microvolts;
    }

    /** The breath stops where it is, for so long. */
    public void holdBreath(double forSeconds) {
        breath.hold(forSeconds);
    }

    /** The next breath is so many times as deep as it would have been. */
    public void sigh(double times) {
        breath.sigh(times);
    }

    /** Chest and belly part from now on: the second belt lags by this share of a cycle; 0.5 = one in while the other is out. */
    public void breatheApart(double lagShare) {
        breath.apart(lagShare);
    }

    /** The next beat is an extra one. */
    public void skipABeat() {
        heart.ectopicNext();
    }

    /** Seconds lived. */
    public double seconds() {
        return seconds;
    }

    /** Lead II, also while the electrodes are off (see {@link #leadsOff}). */
    public double ecgMillivolts() {
        double sway = 0.04 * (breath.volume() - 0.5) + 0.03 * Math.sin(2 * Math.PI * 0.07 * seconds);
        return heart.ecgMillivolts(seconds)
                + sway
                + motionSize * (0.6 * Math.sin(2 * Math.PI * 1.3 * motionPhase) + 0.15 * random.nextGaussian())
                + 0.002 * random.nextGaussian()
                + mains() / 1000;
    }

    /** Pulse wave at the finger, about 0 … 1 above its base line; no unit. */
    public double ppg() {
        double narrow = (1 - 0.4 * stress) * (1 - 0.08 * (breath.volume() - 0.5));
        return narrow * heart.pulse(seconds)
                + 0.05 * (0.5 - breath.volume())
                + motionSize * 0.8 * Math.sin(2 * Math.PI * 0.9 * motionPhase)
                + 0.002 * random.nextGaussian();
    }

    /** Belt: about -0.5 at the end of a quiet out-breath, larger is fuller; no unit. */
    public double resp() {
        return breath.belt()
                + 0.004 * heart.pulse(seconds)
                + motionSize * 0.5 * Math.sin(2 * Math.PI * 0.6 * motionPhase)
                + 0.004 * random.nextGaussian();
    }

    /** A second belt, around the chest: half as large as the first. */
    public double secondResp() {
        return breath.secondBelt()
                + motionSize * 0.5 * Math.sin(2 * Math.PI * 0.6 * motionPhase)
                + 0.004 * secondBeltRandom.nextGaussian();
    }

    /** Upper trapezius, raw. */
    public double emgMicrovolts() {
        return emg;
    }

    /** Skin conductance. */
    public double skinMicrosiemens() {
        return 3 + 2.5 * stress + 0.15 * Math.sin(2 * Math.PI * seconds / 47) + 0.002 * random.nextGaussian();
    }

    /** Whether the electrodes of heart and muscle are off: the device then sends its rail. */
    public boolean leadsOff() {
        return leadOffLeft > 0;
    }

    /** Truth: the resonance, breaths a minute. */
    public double trueResonancePerMinute() {
        return settings.resonancePerMinute();
    }

    /**
     * Truth: heart-rate swing from lowest to highest that breathing at this rate settles to; of people with one unmoving
     * resonance.
     */
    public double trueSwingBeatsPerMinute(double breathsPerMinute) {
        double ratio = breathsPerMinute / settings.resonancePerMinute();
        double off = settings.slowBreathing().sharpness() * (ratio - 1 / ratio);
        return 2 * settings.swingBeatsPerMinute() * (1 - 0.5 * stress) / Math.sqrt(1 + off * off);
    }

    /** Truth: breaths a minute when nobody paces. */
    public double trueOwnBreathsPerMinute() {
        return settings.ownBreathsPerMinute();
    }

    /** Truth: stress now, 0 … 1. */
    public double trueStress() {
        return stress;
    }

    /** Truth: share of breaths that follow the pacer, 0 … 1. */
    public double trueCompliance() {
        return settings.compliance();
    }

    /** Truth: whether anything disturbs the signals. */
    public boolean hasArtefacts() {
        return settings.ectopicPerMinute()
                        + settings.motionPerMinute()
                        + settings.leadOffPerMinute()
                        + settings.mainsMicrovolts()
                > 0;
    }

    /** Truth: how the heart answers slow breathing. */
    public SlowBreathing trueSlowBreathing() {
        return settings.slowBreathing();
    }

    /**
     * What the person says when asked how comfortable this rate was: 0 = not at all, 10 = very. The same answer to the same
     * question.
     */
    public int comfort(double breathsPerMinute) {
        double away = Math.abs(breathsPerMinute - settings.slowBreathing().comfortablePerMinute());
        double mood = new Random(settings.seed() * 31 + Math.round(breathsPerMinute * 100)).nextGaussian();
        return (int) Math.max(0, Math.min(10, Math.round(9 - 2 * away + 0.7 * mood)));
    }

    /** Truth: RMS of the muscle's own signal now, without noise of the front end. */
    public double trueEmgMicrovolts() {
        return emgRms + effort;
    }

    /** Truth: each letting go that was asked for and followed a contraction, oldest first. */
    public List<MuscleRelease> trueReleases() {
        return List.copyOf(drive.releases());
    }

    /** Truth: breaths a minute now. */
    public double trueBreathsPerMinute() {
        return breath.ratePerMinute();
    }

    /** Truth: when the R waves were (of extra beats too); seconds. The newest ones are kept. */
    public EventTimes trueBeats() {
        return heart.beats();
    }

    /** Truth: which of {@link #trueBeats} were extra beats. */
    public EventTimes trueEctopicBeats() {
        return heart.ectopicBeats();
    }

    /** Truth: when in-breaths began; seconds. */
    public EventTimes trueBreaths() {
        return breath.starts();
    }
}

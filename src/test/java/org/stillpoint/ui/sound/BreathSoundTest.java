package org.stillpoint.ui.sound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.stillpoint.ui.sound.HeardSession.phase;
import static org.stillpoint.ui.sound.HeardSession.protocol;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.stillpoint.training.Effort;
import org.stillpoint.training.Feedback;
import org.stillpoint.training.PhaseKind;

/** The duty on a clock set by hand; all that is claimed is read from the buffer that a loudspeaker would play. */
class BreathSoundTest {

    private static int at(HeardSession session, double seconds) {
        return (int) Math.round(seconds * Heard.RATE_HZ);
    }

    @Test
    void withoutALoudspeakerItRestsAndSaysWhyOnce() {
        HeardSession session = HeardSession.of("tones");
        session.line.absent = true;
        session.paced(6).run(60);
        assertThat(session.line.length).isZero();
        assertThat(session.sound.silence()).isEqualTo("no loudspeaker");
        assertThat(session.sound.trouble()).isEqualTo("no loudspeaker");
        assertThat(session.sound.trouble()).isNull();
        assertThat(session.line.opened).isBetween(10, 14);
    }

    @Test
    void theLatencyIsTheBufferABlockAndATick() {
        HeardSession session = HeardSession.of("tones").run(1);
        assertThat(session.sound.latencyMillis()).isCloseTo(60 + 10 + 20, within(1e-9));
    }

    @Test
    void aLoudspeakerThatVanishesIsSaidOnceAndFoundAgain() {
        HeardSession session = HeardSession.of("tones").paced(6).run(5);
        session.line.stuck = true;
        session.line.absent = true;
        session.run(20);
        assertThat(session.line.open).isFalse();
        assertThat(session.sound.trouble()).startsWith("The loudspeaker is gone");
        assertThat(session.sound.trouble()).isNull();
        assertThat(session.sound.latencyMillis()).isNaN();
        session.line.absent = false;
        int before = session.line.length;
        session.run(10);
        assertThat(session.sound.silence()).isEmpty();
        assertThat(session.line.loudest(before, session.line.length)).isGreaterThan(0.05);
        assertThat(session.line.loudest(before, before + 48)).isLessThan(0.01);
    }

    @Test
    void aLoudspeakerThatComesLateIsUsed() {
        HeardSession session = HeardSession.of("tones").paced(6);
        session.line.absent = true;
        session.run(7);
        session.line.absent = false;
        session.run(10);
        assertThat(session.line.loudest(0, session.line.length)).isGreaterThan(0.05);
    }

    @Test
    void ticksAreHeardWhenThePacerTurnsWithinTwentyMilliseconds() {
        HeardSession session = HeardSession.of("metronome").paced(6).run(64);
        List<Double> late = new ArrayList<>();
        for (int breath = 1; breath < 6; breath++) {
            for (double turn : new double[] {10.0 * breath, 10 * breath + 4.5}) {
                int from = at(session, turn - 0.2);
                int onset = from;
                while (Math.abs(session.line.samples[onset]) < 0.002) {
                    onset++;
                }
                late.add(session.line.heardSeconds(onset) - turn);
            }
        }
        assertThat(late).hasSize(10).allSatisfy(seconds -> assertThat(seconds).isBetween(-0.02, 0.02));
    }

    @Test
    void ticksComeAboutOnceASecondAndStopInAHold() {
        HeardSession session = HeardSession.of("metronome").paced(6).run(20);
        int beats = 0;
        double last = -1;
        for (int i = at(session, 10); i < at(session, 20); i++) {
            if (Math.abs(session.line.samples[i]) > 0.002 && i / Heard.RATE_HZ - last > 0.3) {
                beats++;
                last = i / Heard.RATE_HZ;
            }
        }
        assertThat(beats).isBetween(9, 11);
        session.each(() -> session.writer.state(Feedback.State.HELD).pacer(false, 6, 0.45, Double.NaN))
                .run(3);
        assertThat(session.line.loudest(session.line.length - 48_000, session.line.length))
                .isZero();
    }

    @Test
    void whileTrainingSaysNothingNewThePacerGoesOnByItselfForAMoment() {
        HeardSession one = HeardSession.of("tones").paced(6).run(13);
        HeardSession other = HeardSession.of("tones").paced(6).run(12).stall(1);
        double apart = 0;
        for (int i = at(one, 12); i < at(one, 13); i += 480) {
            apart = Math.max(apart, Math.abs(one.line.loudest(i, i + 480) - other.line.loudest(i, i + 480)));
        }
        assertThat(apart).isLessThan(0.01);
        other.stall(10);
        assertThat(other.line.loudest(other.line.length - 48_000, other.line.length))
                .isZero();
    }

    @Test
    void eachPhaseHasItsOwnSoundAndNoneIsSilent() {
        HeardSession session = new HeardSession(
                protocol(
                        "waves",
                        phase(PhaseKind.PACER_ONLY, "tones"),
                        phase(PhaseKind.PACER_ONLY, "none"),
                        phase(PhaseKind.PACER_ONLY, "")),
                "",
                OwnSounds.NONE);
        session.paced(10);
        session.run(6);
        assertThat(session.sound.sounding()).isEqualTo("tones");
        assertThat(session.line.loudest(at(session, 1), at(session, 6))).isGreaterThan(0.05);
        session.writer.phase(1, 0, 600).muscle(1, 2, true);
        session.run(6);
        assertThat(session.sound.sounding()).isEqualTo("none");
        assertThat(session.line.loudest(at(session, 7), at(session, 12))).isZero();
        session.writer.phase(2, 0, 600);
        session.run(6);
        assertThat(session.sound.sounding()).isEqualTo("waves");
        assertThat(session.line.loudest(at(session, 13), at(session, 18))).isGreaterThan(0.02);
    }

    @Test
    void theChoiceOfTodayWinsExceptWhereAPhaseIsSilent() {
        SoundChoice choice = SoundChoice.of(
                protocol(
                        "waves",
                        phase(PhaseKind.FEEDBACK, "chord"),
                        phase(PhaseKind.REST, "none"),
                        phase(PhaseKind.REST, "")),
                "metronome");
        assertThat(choice.of(0)).isEqualTo("chord");
        assertThat(choice.of(1)).isEqualTo("none");
        assertThat(choice.of(2)).isEqualTo("metronome");
        SoundChoice chosen = choice.choose("tones", 0);
        assertThat(chosen.of(0)).isEqualTo("tones");
        assertThat(chosen.of(1)).isEqualTo("none");
        assertThat(chosen.choose("tones", 1).of(1)).isEqualTo("tones");
        assertThat(chosen.choose("", 2).of(2)).isEqualTo("waves");
    }

    @Test
    void aSoundThatIsNotThereIsSaidAndTheTonesAreHeard() {
        HeardSession session = HeardSession.of("forest.wav").paced(6).run(5);
        assertThat(session.sound.trouble()).contains("forest.wav", "tones");
        assertThat(session.line.loudest(0, session.line.length)).isGreaterThan(0.05);
    }

    @Test
    void fadingOutTakesItsTime() {
        HeardSession session = HeardSession.of("waves").paced(6).run(10);
        session.sound.fadeOut(40);
        session.run(20);
        assertThat(session.sound.heard()).isCloseTo(0.3, within(0.02));
        session.run(25);
        assertThat(session.sound.heard()).isZero();
        assertThat(session.line.loudest(session.line.length - 48_000, session.line.length))
                .isZero();
    }

    @Test
    void closingInTheMiddleOfABreathEndsOverThirtyMilliseconds() {
        HeardSession session = HeardSession.of("tones").paced(6).run(12.25);
        double ordinary = session.line.steepest(at(session, 11), session.line.length);
        int before = session.line.length;
        session.sound.close();
        assertThat(session.line.open).isFalse();
        assertThat(session.line.loudest(before, before + 480)).isGreaterThan(0.05);
        assertThat(session.line.loudest(before + 1500, session.line.length)).isZero();
        assertThat(session.line.steepest(before - 1, session.line.length)).isLessThanOrEqualTo(1.1 * ordinary);
    }

    @Test
    void aRewardIsNotHeardWhileTheBreathsAreMuchDeeperThanAtRest() {
        HeardSession session = HeardSession.of("tones");
        session.writer.muscle(1, 2, true).softer(true);
        session.run(5);
        assertThat(session.line.loudest(0, session.line.length)).isZero();
        session.writer.softer(false);
        session.run(5);
        assertThat(session.line.loudest(at(session, 8), session.line.length)).isGreaterThan(0.02);
    }

    @Test
    void tensingIsAskedForHighAndLettingGoLow() {
        HeardSession session = HeardSession.of("chord").run(2);
        session.writer.effort(Effort.TENSE);
        session.run(6);
        session.writer.effort(Effort.LET_GO);
        session.run(6);
        assertThat(crossings(session, 2.3, 3.3)).isBetween(515, 535);
        assertThat(crossings(session, 8.3, 9.3)).isBetween(255, 270);
    }

    private static int crossings(HeardSession session, double fromSeconds, double toSeconds) {
        int crossings = 0;
        for (int i = at(session, fromSeconds); i < at(session, toSeconds); i++) {
            crossings += session.line.samples[i - 1] < 0 && session.line.samples[i] >= 0 ? 1 : 0;
        }
        return crossings;
    }

    @Test
    void aNewPhaseIsTheOneStrokeOfABell() {
        HeardSession session = new HeardSession(
                protocol("", phase(PhaseKind.REST, ""), phase(PhaseKind.REST, "")), "", OwnSounds.NONE);
        session.run(3);
        assertThat(session.line.loudest(0, session.line.length)).isZero();
        session.writer.phase(1, 0, 600);
        session.run(10);
        assertThat(session.line.loudest(at(session, 3), at(session, 4))).isBetween(0.01, 0.1);
        assertThat(session.line.loudest(at(session, 12), session.line.length)).isLessThan(1e-4);
    }
}

package org.stillpoint.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.stillpoint.signal.PacerCell;

/** The model held against its own truth, in accelerated time. */
class SimulatedPatientTest {

    private static final double RATE_HZ = 250;

    @Test
    void heartSwingsMoreAtTheResonanceThanBesideIt() {
        double at = swingBpm(5.5, 5.5);
        assertThat(at).isGreaterThan(1.05 * swingBpm(5.5, 4.5));
        assertThat(at).isGreaterThan(1.05 * swingBpm(5.5, 6.5));
        assertThat(at).isGreaterThan(1.4 * swingBpm(5.5, 8));
        assertThat(at).isBetween(12.0, 20.0);
    }

    @Test
    void resonanceIsWhereTheSettingsPutIt() {
        assertThat(swingBpm(6.5, 6.5)).isGreaterThan(1.1 * swingBpm(6.5, 5));
    }

    @Test
    void aFlatHeartSwingsAlikeAtEverySlowRate() {
        SimulatedPerson flat = answering(SlowBreathing.EVEN.flat());
        assertThat(swingBpm(flat, 4.5) / swingBpm(flat, 6.5)).isBetween(0.9, 1.15);
    }

    @Test
    void aDriftingHeartSwingsLessAfterAWhile() {
        SimulatedPerson drifting = answering(SlowBreathing.EVEN.drifting(-0.2, 0));
        assertThat(swingBpm(drifting, 5.5)).isLessThan(0.75 * swingBpm(5.5, 5.5));
    }

    @Test
    void aDoublePeakedHeartHasAValleyBetweenItsResonances() {
        SimulatedPerson two = SimulatedPerson.resting(4)
                .withResonance(4.5)
                .withBreathing(14, 1)
                .withHeart(66, 8, SlowBreathing.EVEN.doublePeaked(6.5));
        assertThat(swingBpm(two, 5.5)).isLessThan(0.7 * swingBpm(two, 4.5)).isLessThan(0.7 * swingBpm(two, 6.5));
    }

    @Test
    void aLifelikeHeartAnswersEachBreathDifferently() {
        double even = swingSpread(answering(new SlowBreathing(SlowBreathing.Kind.USUAL, 6, 0, 0, 0, 0, 6)));
        double lifelike = swingSpread(answering(new SlowBreathing(SlowBreathing.Kind.USUAL, 6, 0, 0, 0.2, 0, 6)));
        assertThat(even).isLessThan(0.05);
        assertThat(lifelike).isBetween(0.12, 0.28);
    }

    @Test
    void comfortIsBestAtTheComfortableRate() {
        SimulatedPatient patient =
                new SimulatedPatient(answering(SlowBreathing.lifelike(6.5)), new PacerCell(), RATE_HZ);
        assertThat(patient.comfort(6.5)).isGreaterThan(patient.comfort(4.5));
        assertThat(patient.comfort(6.5)).isBetween(0, 10).isEqualTo(patient.comfort(6.5));
    }

    @Test
    void aDriftThatNoPersonHasIsRefusedWithTheValue() {
        assertThatThrownBy(() -> SlowBreathing.EVEN.drifting(7, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("7.0");
    }

    private static SimulatedPerson answering(SlowBreathing how) {
        return SimulatedPerson.resting(4).withBreathing(14, 1).withHeart(66, 8, how);
    }

    @Test
    void breathFollowsThePacerWithinAFewBreathsAndStaysInStep() {
        Life life = new Life(SimulatedPerson.resting(3).withBreathing(14, 1), 6);
        life.forSeconds(60);
        assertThat(life.patient.trueBreathsPerMinute()).isCloseTo(6, within(0.3));
        double last =
                life.patient.trueBreaths().seconds(life.patient.trueBreaths().count() - 1);
        double cycles = last * 6 / 60;
        assertThat(cycles - Math.rint(cycles)).isCloseTo(0, within(0.05));
    }

    @Test
    void whoDoesNotComplyBreathesAtTheirOwnRate() {
        Life life = new Life(SimulatedPerson.resting(3).withBreathing(14, 0), 6);
        life.forSeconds(120);
        assertThat(life.patient.trueBreaths().count()).isBetween(25L, 31L);
    }

    @Test
    void breathIsAtItsOwnRateWhenNobodyPaces() {
        Life life = new Life(SimulatedPerson.resting(3), 0);
        life.forSeconds(120);
        assertThat(life.patient.trueBreaths().count()).isBetween(26L, 31L);
    }

    @Test
    void heartRateAtRestIsTheOneOfTheSettings() {
        Life life = new Life(SimulatedPerson.resting(5), 0);
        life.forSeconds(120);
        assertThat(life.patient.trueBeats().count() / 2.0).isCloseTo(66, within(2.0));
    }

    @Test
    void rWaveIsHighestAtTheTrueBeat() {
        Life life = new Life(SimulatedPerson.resting(5), 0);
        life.forSeconds(20);
        for (int beat = 5; beat < 15; beat++) {
            double r = life.patient.trueBeats().seconds(beat);
            assertThat(life.ecg[(int) Math.round(r * RATE_HZ) - 1]).isGreaterThan(0.8);
        }
    }

    @Test
    void muscleHasTheTrueRmsAndLetsGoWithTime() {
        Life life = new Life(SimulatedPerson.resting(5), 0);
        life.forSeconds(600);
        double early = life.emgRms(2, 30);
        double late = life.emgRms(540, 600);
        assertThat(early).isBetween(4.5, 7.5);
        assertThat(late).isBetween(2.2, 3.6);
        assertThat(late).isCloseTo(life.trueRms(540, 600), within(0.15 * late));
    }

    @Test
    void stressRaisesHeartRateAndTension() {
        Life calm = new Life(SimulatedPerson.resting(5), 0);
        Life stressed = new Life(SimulatedPerson.resting(5).withTension(1, 6, 2.5), 0);
        calm.forSeconds(60);
        stressed.forSeconds(60);
        assertThat(stressed.patient.trueBeats().count())
                .isGreaterThan(calm.patient.trueBeats().count() + 12);
        assertThat(stressed.emgRms(2, 60)).isGreaterThan(calm.emgRms(2, 60) + 5);
    }

    @Test
    void extraBeatComesEarlyAndAPauseFollows() {
        Life life = new Life(SimulatedPerson.resting(5), 0);
        life.forSeconds(20);
        life.patient.skipABeat();
        life.forSeconds(5);
        double extra = life.patient.trueEctopicBeats().seconds(0);
        EventTimes beats = life.patient.trueBeats();
        int at = 0;
        while (beats.seconds(at) != extra) {
            at++;
        }
        double usual = beats.seconds(at - 1) - beats.seconds(at - 2);
        assertThat(extra - beats.seconds(at - 1)).isLessThan(0.75 * usual);
        assertThat(beats.seconds(at + 1) - extra).isGreaterThan(1.2 * usual);
    }

    @Test
    void mainsHumIsAddedOnRequest() {
        Life quiet = new Life(SimulatedPerson.resting(5), 0);
        Life hum = new Life(SimulatedPerson.resting(5).withArtefacts(0, 0, 0, 50), 0);
        quiet.forSeconds(10);
        hum.forSeconds(10);
        double added = Math.pow(hum.emgRms(1, 10), 2) - Math.pow(quiet.emgRms(1, 10), 2);
        assertThat(added).isCloseTo(50 * 50 / 2.0, within(150.0));
    }

    @Test
    void sameSeedIsTheSameLife() {
        Life one = new Life(SimulatedPerson.resting(9).withArtefacts(3, 2, 2, 0), 6);
        Life two = new Life(SimulatedPerson.resting(9).withArtefacts(3, 2, 2, 0), 6);
        Life other = new Life(SimulatedPerson.resting(10).withArtefacts(3, 2, 2, 0), 6);
        one.forSeconds(30);
        two.forSeconds(30);
        other.forSeconds(30);
        assertThat(one.ecg).containsExactly(two.ecg);
        assertThat(one.ecg).isNotEqualTo(other.ecg);
    }

    @Test
    void settingsOutOfRangeAreRefusedWithTheValue() {
        assertThatThrownBy(() -> SimulatedPerson.resting(1).withResonance(40))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("40.0");
    }

    /** Mean difference of the highest and lowest heart rate in each breath, from true beats. */
    private static double swingBpm(double resonance, double pacedPerMinute) {
        return swingBpm(SimulatedPerson.resting(4).withResonance(resonance).withBreathing(14, 1), pacedPerMinute);
    }

    private static double swingBpm(SimulatedPerson settings, double pacedPerMinute) {
        return Arrays.stream(swings(settings, pacedPerMinute)).average().orElseThrow();
    }

    /** Standard deviation of the swing from breath to breath, as a share. */
    private static double swingSpread(SimulatedPerson settings) {
        double[] swings = swings(settings, 5.5);
        double mean = Arrays.stream(swings).average().orElseThrow();
        double squares = Arrays.stream(swings).map(x -> (x - mean) * (x - mean)).sum();
        return Math.sqrt(squares / (swings.length - 1)) / mean;
    }

    private static double[] swings(SimulatedPerson settings, double pacedPerMinute) {
        Life life = new Life(settings, pacedPerMinute);
        life.forSeconds(240);
        EventTimes beats = life.patient.trueBeats();
        double breathSeconds = 60 / pacedPerMinute;
        List<Double> swings = new ArrayList<>();
        long beat = 1;
        for (double from = 60; from + breathSeconds < 235; from += breathSeconds) {
            double lowest = Double.MAX_VALUE;
            double highest = 0;
            while (beats.seconds(beat) < from) {
                beat++;
            }
            for (; beats.seconds(beat) < from + breathSeconds; beat++) {
                double bpm = 60 / (beats.seconds(beat) - beats.seconds(beat - 1));
                lowest = Math.min(lowest, bpm);
                highest = Math.max(highest, bpm);
            }
            swings.add(highest - lowest);
        }
        return swings.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** A patient and a pacer that runs in the patient's own time. */
    private static final class Life {
        final SimulatedPatient patient;
        final double[] ecg = new double[(int) (601 * RATE_HZ)];
        final double[] emg = new double[ecg.length];
        final double[] rms = new double[ecg.length];
        private final PacerCell pacer = new PacerCell();
        private final double perMinute;
        private int steps;

        Life(SimulatedPerson settings, double perMinute) {
            this.perMinute = perMinute;
            patient = new SimulatedPatient(settings, pacer, RATE_HZ);
        }

        void forSeconds(double seconds) {
            for (int i = 0; i < seconds * RATE_HZ; i++) {
                double cycles = steps / RATE_HZ * perMinute / 60;
                pacer.write(perMinute > 0, perMinute, 0.4, cycles - Math.floor(cycles));
                patient.step();
                ecg[steps] = patient.ecgMillivolts();
                emg[steps] = patient.emgMicrovolts();
                rms[steps] = patient.trueEmgMicrovolts();
                steps++;
            }
        }

        double emgRms(double from, double to) {
            return rms(emg, from, to);
        }

        double trueRms(double from, double to) {
            return rms(rms, from, to);
        }

        private static double rms(double[] x, double from, double to) {
            double sum = 0;
            for (int i = (int) (from * RATE_HZ); i < to * RATE_HZ; i++) {
                sum += x[i] * x[i];
            }
            return Math.sqrt(sum / ((to - from) * RATE_HZ));
        }
    }
}

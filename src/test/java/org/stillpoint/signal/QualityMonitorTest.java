package org.stillpoint.signal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class QualityMonitorTest {

    private static final int RATE = 1000;

    private static Channel channel(Modality modality, double floorCodes) {
        Noise noise = new Noise(0.1, 0.1 * floorCodes, 5, 500);
        return new Channel("c", "c", modality, Unit.MICROVOLT, 0.1, 0, 0, 4095, noise);
    }

    /** Codes of a lively signal around the middle of the range. */
    private static double lively(int n) {
        return 2048 + Math.rint(300 * Math.sin(0.4 * n) * Math.sin(0.0123 * n) + 80 * Math.sin(1.3 * n));
    }

    private static QualityMonitor settled(Modality modality) {
        QualityMonitor monitor = new QualityMonitor(channel(modality, 10), RATE);
        for (int n = 0; n < 5 * RATE; n++) {
            monitor.step(lively(n));
        }
        assertThat(monitor.quality()).isEqualTo(Quality.GOOD);
        return monitor;
    }

    private static int samplesUntil(QualityMonitor monitor, Quality wanted, double code, int most) {
        for (int n = 1; n <= most; n++) {
            if (monitor.step(code) == wanted) {
                return n;
            }
        }
        return Integer.MAX_VALUE;
    }

    @Test
    void railIsSeenWithinAQuarterOfASecond() {
        assertThat(samplesUntil(settled(Modality.EMG), Quality.RAILED, 4095, RATE))
                .isBetween(20, 250);
    }

    @Test
    void shortTouchOfTheRailIsNoRail() {
        QualityMonitor monitor = settled(Modality.ECG);
        for (int n = 0; n < 15; n++) {
            assertThat(monitor.step(4095)).isNotEqualTo(Quality.RAILED);
        }
    }

    @Test
    void leadThatIsOffIsSaidWithinASecondAndForgottenInTwo() {
        QualityMonitor monitor = settled(Modality.ECG);
        assertThat(samplesUntil(monitor, Quality.OFF, 0, 2 * RATE)).isLessThanOrEqualTo(RATE);
        int back = 0;
        while (!monitor.step(lively(back)).usable()) {
            back++;
        }
        assertThat(back).isLessThanOrEqualTo(2 * RATE);
    }

    @Test
    void stuckMuscleIsFlatAfterTwoSeconds() {
        assertThat(samplesUntil(settled(Modality.EMG), Quality.FLAT, 2048, 3 * RATE))
                .isBetween(2 * RATE, 2 * RATE + 5);
    }

    @Test
    void heldBreathIsNotFlatForFifteenSeconds() {
        QualityMonitor monitor = settled(Modality.RESP);
        assertThat(samplesUntil(monitor, Quality.FLAT, 2048, 20 * RATE)).isBetween(15 * RATE, 15 * RATE + 5);
    }

    @Test
    void lostSamplesAreSaidAfterHalfASecond() {
        assertThat(samplesUntil(settled(Modality.ECG), Quality.LOST, Double.NaN, RATE))
                .isBetween(RATE / 2, RATE / 2 + 2);
    }

    @Test
    void humIsHeardAndNamed() {
        QualityMonitor monitor = new QualityMonitor(channel(Modality.EMG, 10), RATE);
        for (int n = 0; n < 5 * RATE; n++) {
            monitor.step(lively(n) + Math.rint(900 * Math.sin(2 * Math.PI * 60.2 * n / RATE)));
        }
        assertThat(monitor.quality()).isEqualTo(Quality.MAINS);
        assertThat(monitor.humHz()).isEqualTo(60);
    }

    @Test
    void jerkIsMovement() {
        QualityMonitor monitor = new QualityMonitor(channel(Modality.PPG, 10), RATE);
        for (int n = 0; n < 10 * RATE; n++) {
            monitor.step(2048 + Math.rint(100 * Math.sin(2 * Math.PI * 1.2 * n / RATE)));
        }
        assertThat(monitor.quality()).isEqualTo(Quality.GOOD);
        assertThat(monitor.step(3900)).isEqualTo(Quality.MOVING);
    }

    @Test
    void quietMuscleIsAtTheSensorsLimit() {
        QualityMonitor monitor = new QualityMonitor(channel(Modality.EMG, 200), RATE);
        for (int n = 0; n < 5 * RATE; n++) {
            monitor.step(lively(n));
        }
        assertThat(monitor.quality()).isEqualTo(Quality.SENSOR_LIMIT);
    }
}

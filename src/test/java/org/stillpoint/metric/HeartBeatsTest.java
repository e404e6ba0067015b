package org.stillpoint.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.stillpoint.signal.Modality;

/** Beats on their way through the pipeline. */
class HeartBeatsTest {

    private static final double RATE = 250;

    /** Times of the beats that were called late, of an ECG whose beats 40 and 60 are small and go down. */
    private static List<Double> late() {
        Pipeline pipeline =
                new Pipeline(List.of(new Pipeline.Line(Signals.plain(Modality.ECG), RATE)), PipelineSettings.USUAL);
        List<Double> late = new ArrayList<>();
        for (int n = 0; n < 70 * RATE; n++) {
            double t = n / RATE;
            double from40 = t - Signals.beatSeconds(40);
            double from60 = t - Signals.beatSeconds(60);
            double from = Math.abs(from40) < Math.abs(from60) ? from40 : from60;
            double value = Math.abs(from) > 0.4 ? Signals.ecg(t) : -400 * Math.exp(-from * from / 0.0004);
            pipeline.step(0, value, t);
            if (pipeline.event() == Event.BEAT && pipeline.eventLate()) {
                assertThat(t - pipeline.eventSeconds()).isGreaterThan(0.25);
                late.add(pipeline.eventSeconds());
            } else if (pipeline.event() == Event.BEAT) {
                assertThat(t - pipeline.eventSeconds()).isLessThanOrEqualTo(0.25);
            }
        }
        return late;
    }

    @Test
    void beatThatOnlyTheAbsenceOfTheNextBetraysIsMarkedLate() {
        assertThat(late()).hasSize(2);
    }

    /** Beats of a sensor that sends intervals, with the jitter of its port; NaN between them or the newest again and again. */
    private static List<Double> sent(Pipeline pipeline, boolean again) {
        List<Double> intervals = new ArrayList<>();
        double beat = 0;
        double next = 0.8;
        double newest = Double.NaN;
        int sent = 0;
        for (int n = 0; n < 90 * 50; n++) {
            double t = n / 50.0;
            boolean due = t >= next + (sent % 3 - 1) * 0.012;
            if (due) {
                newest = Math.round((next - beat) * 1000);
                beat = next;
                next = beat + (++sent % 4 < 2 ? 0.8 : 0.83);
            }
            if (due || again) {
                pipeline.step(0, newest, t);
                if (pipeline.event() == Event.BEAT) {
                    intervals.add(pipeline.eventValue());
                }
            }
            pipeline.advance(t);
        }
        return intervals;
    }

    private static Pipeline intervals() {
        return new Pipeline(List.of(new Pipeline.Line(Signals.plain(Modality.IBI), 50)), PipelineSettings.USUAL);
    }

    @Test
    void sentIntervalsAreAllBeatsAlsoEqualOnesInARow() {
        assertThat(sent(intervals(), false)).hasSizeBetween(109, 111);
    }

    @Test
    void intervalThatIsSentAgainAndAgainIsOneBeat() {
        assertThat(sent(intervals(), true)).hasSizeBetween(107, 113);
    }

    @Test
    void sentIntervalsGiveTheirRmssd() {
        Pipeline pipeline = intervals();
        sent(pipeline, false);
        for (int i = 0; i < pipeline.metrics().size(); i++) {
            if (pipeline.metrics().get(i).id().equals("rmssd")) {
                // every other difference is 30 ms, the others none
                assertThat(pipeline.meter(i).value()).isCloseTo(30 / Math.sqrt(2), within(0.6));
                return;
            }
        }
        throw new AssertionError("no rmssd");
    }

    /** Times of the beats of a sensor that says {@code value(t)} fifty times a second. */
    private static List<Double> times(DoubleUnaryOperator value, double seconds) {
        Pipeline pipeline = intervals();
        List<Double> times = new ArrayList<>();
        for (int n = 0; n < seconds * 50; n++) {
            pipeline.step(0, value.applyAsDouble(n / 50.0), n / 50.0);
            if (pipeline.event() == Event.BEAT) {
                times.add(pipeline.eventSeconds());
            }
        }
        return times;
    }

    @Test
    void equalIntervalOfARepeatingSensorStandsWhereItsBeatWas() {
        // 800 begins at 1.6 s and comes twice
        List<Double> times = times(t -> t < 0.8 ? Double.NaN : t < 1.6 ? 780 : t < 3.2 ? 800 : 820, 3.3);
        assertThat(times).hasSize(4);
        assertThat(times.get(1)).isEqualTo(1.6);
        assertThat(times.get(2)).isCloseTo(2.4, within(1e-9));
    }

    @Test
    void equalIntervalThatIsSentOnceStandsWhereItCame() {
        Pipeline pipeline = intervals();
        pipeline.step(0, 800, 1);
        pipeline.step(0, 800, 1.84);
        assertThat(pipeline.event()).isEqualTo(Event.BEAT);
        assertThat(pipeline.eventSeconds()).isEqualTo(1.84);
    }

    @Test
    void equalIntervalThatIsSentOnceCountsEvenIfItComesEarly() {
        assertThat(times(t -> Math.abs(t - 1) < 0.001 || Math.abs(t - 1.6) < 0.001 ? 800 : Double.NaN, 3))
                .hasSize(2);
    }

    @Test
    void stuckSensorStopsCounting() {
        assertThat(times(t -> 800, 60)).hasSize(12);
        assertThat(times(t -> Math.round(t * 50) % 40 == 0 ? 800 : Double.NaN, 60))
                .hasSize(12);
    }

    @Test
    void sensorThatWasStuckCountsAgainButHasNoNeighbour() {
        Pipeline pipeline = intervals();
        List<String> verdicts = new ArrayList<>();
        for (int n = 0; n < 50 * 50; n++) {
            double t = n / 50.0;
            pipeline.step(0, t < 30 ? 800 : t < 30.9 ? 820 : 830, t);
            if (pipeline.event() == Event.BEAT && t >= 30) {
                verdicts.add(pipeline.eventValue() + " " + pipeline.eventVerdict());
            }
        }
        assertThat(verdicts).startsWith("820.0 NONE", "830.0 NORMAL");
    }
}

package org.stillpoint.metric;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.stillpoint.signal.RrVerdict;

/** What is true of every measure of the catalogue. */
class MeasureContractTest {

    static final Ground GROUND = new Ground(Signals.emg("emg1"), 1000, 0.25);

    /** A skin channel for measures that need its unit. */
    private static final Ground SKIN = new Ground(Signals.skin(), 1000, 0.25);

    static Ground ground(Measure measure) {
        return measure.source() == Measure.Source.CONDUCTANCE ? SKIN : GROUND;
    }

    static Stream<Measure> measures() {
        return Metrics.all().stream();
    }

    @Test
    void idsAreUnique() {
        Set<String> seen = new HashSet<>();
        for (Measure measure : Metrics.all()) {
            assertThat(seen.add(measure.metric(GROUND).id())).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("measures")
    void unitAndNameAreGiven(Measure measure) {
        Metric metric = measure.metric(GROUND);
        assertThat(List.of(metric.unit(), metric.name(), metric.id())).noneMatch(String::isBlank);
    }

    @ParameterizedTest
    @MethodSource("measures")
    void withoutInputItIsAbsentForAReason(Measure measure) {
        Meter meter = measure.meter(ground(measure));
        assertThat(meter.value()).isNaN();
        assertThat(meter.reason()).isNotEqualTo(Absence.NONE);
    }

    @ParameterizedTest
    @MethodSource("measures")
    void valueIsFiniteAfterNotANumber(Measure measure) {
        Meter meter = measure.meter(ground(measure));
        meter.step(Double.NaN, Double.NaN);
        meter.beat(Double.NaN, Double.NaN, RrVerdict.NONE);
        meter.pauses(Double.NaN, Double.NaN);
        meter.breath(Double.NaN, Double.NaN, Double.NaN, Double.NaN);
        meter.partnerBreath(Double.NaN, Double.NaN, Double.NaN, Double.NaN);
        meter.partner(Double.NaN, Double.NaN);
        feed(meter, 160);
        assertThat(meter.value()).isFinite();
        assertThat(meter.reason()).isEqualTo(Absence.NONE);
    }

    @ParameterizedTest
    @MethodSource("measures")
    void resetForgets(Measure measure) {
        Meter meter = measure.meter(ground(measure));
        feed(meter, 160);
        meter.reset();
        assertThat(meter.value()).isNaN();
        feed(meter, 160);
        assertThat(meter.value()).isFinite();
    }

    @ParameterizedTest
    @MethodSource("measures")
    void nothingNewForAMinuteIsNoNumber(Measure measure) {
        Meter meter = measure.meter(ground(measure));
        feed(meter, 160);
        // what lives on samples alone is closed by the pipeline
        if (measure.source() == Measure.Source.HEART || measure.source() == Measure.Source.BREATH) {
            meter.advance(220);
            assertThat(meter.value()).isNaN();
            assertThat(meter.reason()).isEqualTo(Absence.STALE);
        }
    }

    /** Beats, breaths and muscle of a calm person until {@code seconds}. */
    static void feed(Meter meter, double seconds) {
        double beat = 0;
        double breath = 0;
        for (int n = 0; n < seconds * 1000; n++) {
            double t = n / 1000.0;
            double microvolts = t >= 80 && t < 85 ? 100 : 10;
            meter.step(microvolts * Math.sin(2 * Math.PI * 0.08 * n), t);
            meter.partner(Math.sin(2 * Math.PI * t / 10), t);
            if (n % 20 == 0) {
                meter.pacer(true, 6, t / 10 % 1, t);
            }
            double rr = 0.9 + 0.05 * Math.sin(2 * Math.PI * t / 10);
            if (t >= beat + rr) {
                meter.beat(t, (t - beat) * 1000, beat == 0 ? RrVerdict.NONE : RrVerdict.NORMAL);
                beat = t;
            }
            if (t >= breath + 10) {
                meter.pauses(0.5, 1);
                meter.breath(breath, breath + 4, breath + 10, 1);
                meter.partnerBreath(breath + 1, breath + 5, breath + 11, 1);
                breath += 10;
            }
            meter.advance(t);
        }
    }
}

package org.stillpoint.metric;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stillpoint.signal.Modality;

/** How often holds, sighs and reverse movement are told where there are none, and missed where there are. */
class BreathAlarmTest {

    private static final double RATE = 25;
    private static final double SECONDS = 170;
    private static final int PEOPLE = 60;

    /** One person's breathing: every breath differs in length and depth, the heart and noise lie on it. */
    private static double[] person(int seed, double sighAt, double holdAt) {
        Random random = new Random(seed);
        double usual = 60 / (5 + 15 * random.nextDouble());
        double rest = 0.3 * random.nextDouble();
        double noise = 0.03 * random.nextDouble();
        double pulse = 0.05 * random.nextDouble();
        double[] belt = new double[(int) (SECONDS * RATE)];
        double t = 0;
        while (t < SECONDS) {
            double length = usual * Math.exp(0.12 * random.nextGaussian());
            double depth = Math.exp(0.18 * random.nextGaussian());
            boolean sigh = sighAt >= t && sighAt < t + length;
            double held = holdAt >= t && holdAt < t + length ? Math.max(12, 2.4 * usual) : 0;
            double deep = sigh ? 3 : depth;
            double moving = length * (1 - rest);
            for (int n = (int) Math.ceil(t * RATE); n < belt.length && n < (t + length) * RATE; n++) {
                double u = (n / RATE - t) / moving;
                belt[n] = u > 1 ? 0 : deep * (u < 0.4 ? up(u / 0.4) : up((1 - u) / 0.6));
            }
            t += length + held;
        }
        for (int n = 0; n < belt.length; n++) {
            belt[n] += noise * random.nextGaussian() + pulse * Math.sin(2 * Math.PI * 1.1 * n / RATE);
        }
        return belt;
    }

    private static double up(double share) {
        return 0.5 - 0.5 * Math.cos(Math.PI * share);
    }

    private static Pipeline run(double[] first, double[] second) {
        List<Pipeline.Line> lines = new ArrayList<>();
        lines.add(new Pipeline.Line(Signals.plain(Modality.RESP), RATE));
        lines.add(new Pipeline.Line(Signals.plain(Modality.RESP2), RATE));
        Pipeline pipeline = new Pipeline(lines, PipelineSettings.USUAL);
        for (int n = 0; n < first.length; n++) {
            pipeline.step(0, 100 * first[n], n / RATE);
            pipeline.step(1, 60 * second[n], n / RATE);
            pipeline.advance(n / RATE);
        }
        return pipeline;
    }

    private static double value(Pipeline pipeline, String id) {
        for (int i = 0; i < pipeline.metrics().size(); i++) {
            if (pipeline.metrics().get(i).id().equals(id)) {
                return pipeline.meter(i).value();
            }
        }
        throw new AssertionError("no measure " + id);
    }

    @ParameterizedTest
    @CsvSource({"breath_holds, 0.5", "sighs, 0.5", "belts_apart, 120"})
    void calmBreathingRaisesNoAlarmInNineteenOfTwenty(String id, double limit) {
        int judged = 0;
        int alarms = 0;
        for (int seed = 0; seed < PEOPLE; seed++) {
            double[] belt = person(seed, -1, -1);
            double value = value(run(belt, belt), id);
            judged += value == value ? 1 : 0;
            alarms += value > limit ? 1 : 0;
        }
        assertThat(judged).isGreaterThan(PEOPLE * 8 / 10);
        assertThat(alarms).isLessThanOrEqualTo(PEOPLE / 20);
    }

    @ParameterizedTest
    @CsvSource({"breath_holds, 0.5", "sighs, 0.5", "belts_apart, 120"})
    void whatIsThereIsFoundInNineOfTen(String id, double limit) {
        int judged = 0;
        int found = 0;
        for (int seed = 0; seed < PEOPLE; seed++) {
            double[] belt = person(seed, id.equals("sighs") ? 120 : -1, id.equals("breath_holds") ? 110 : -1);
            double[] against = belt.clone();
            for (int n = 0; n < belt.length; n++) {
                against[n] = id.equals("belts_apart") ? -belt[n] : belt[n];
            }
            double value = value(run(belt, against), id);
            judged += value == value ? 1 : 0;
            found += value > limit ? 1 : 0;
        }
        assertThat(judged).isGreaterThan(PEOPLE * 8 / 10);
        assertThat(found).isGreaterThanOrEqualTo(judged * 9 / 10);
    }
}

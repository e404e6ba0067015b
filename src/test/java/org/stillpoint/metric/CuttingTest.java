package org.stillpoint.metric;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stillpoint.signal.Channel;
import org.stillpoint.signal.Modality;

/**
 * The same signals, handed in as blocks of any length, give the same bits: every kind of chain and every live measure, over
 * movement, lost samples, a lost second and a lead that falls off.
 */
class CuttingTest {

    private static final double RATE = 250;
    private static final int SAMPLES = (int) (170 * RATE);

    private static final List<Channel> WITH_ECG = List.of(
            Signals.plain(Modality.ECG),
            Signals.plain(Modality.RESP),
            Signals.emg("emg1"),
            Signals.emg("emg2"),
            Signals.plain(Modality.RESP2),
            Signals.skin(),
            Signals.plain(Modality.TEMP));

    /** Without a belt, so that breathing is told from the heart. */
    private static final List<Channel> WITH_PPG = List.of(Signals.plain(Modality.PPG), Signals.plain(Modality.IBI));

    private static List<String> found(List<Channel> channels, int block) {
        Pipeline pipeline = new Pipeline(
                channels.stream()
                        .map(channel -> new Pipeline.Line(channel, RATE))
                        .toList(),
                PipelineSettings.USUAL);
        List<List<String>> events = channels.stream()
                .map(one -> (List<String>) new ArrayList<String>())
                .toList();
        for (int from = 0; from < SAMPLES; from += block) {
            int to = Math.min(SAMPLES, from + block);
            for (int line = 0; line < channels.size(); line++) {
                for (int n = from; n < to; n++) {
                    double t = n / RATE;
                    pipeline.step(line, value(channels.get(line).modality(), line, n), t);
                    if (pipeline.event() != Event.NONE) {
                        events.get(line)
                                .add(pipeline.event() + " " + Double.toHexString(pipeline.eventSeconds()) + " "
                                        + Double.toHexString(pipeline.eventValue()) + " " + pipeline.eventVerdict());
                    }
                }
            }
        }
        pipeline.advance(SAMPLES / RATE);
        List<String> all = new ArrayList<>();
        events.forEach(all::addAll);
        for (int i = 0; i < channels.size(); i++) {
            all.add(pipeline.quality(i) + " " + Double.toHexString(pipeline.level(i)));
        }
        for (int i = 0; i < pipeline.metrics().size(); i++) {
            Meter meter = pipeline.meter(i);
            all.add(pipeline.metrics().get(i).id() + " " + Double.toHexString(meter.value()) + " " + meter.reason()
                    + " " + Double.toHexString(meter.correctedShare()));
        }
        return all;
    }

    /** NaN: single samples, a second, and half a minute for one line after the other. */
    private static double value(Modality modality, int line, int n) {
        double t = n / RATE;
        boolean lost = n * 7919L % 97 == line || t >= 40 && t < 41 || (int) (t / 10) == 5 + line % 2;
        if (lost) {
            return Double.NaN;
        }
        return switch (modality) {
            case ECG -> t > 30 && t < 32 ? 1e6 : ecg(n);
            case PPG -> 100 * Signals.belt(8 * t) + Signals.noise(n, 1);
            case RESP -> 100 * Signals.belt(t);
            case RESP2 -> 100 * Signals.belt(t + 9);
            case EMG -> Signals.noise(n + 99 * line, n / 2000 % 2 == 0 ? 5 : 50);
            case EDA -> 5 + 0.2 * StrictMath.sin(t / 2);
            case IBI -> n % 210 == 0 ? 840 + 20 * StrictMath.sin(t) : Double.NaN;
            default -> 33;
        };
    }

    /** The middle of it under moving electrodes. */
    private static double ecg(int n) {
        double t = n / RATE;
        boolean moved = t > 70 && t < 100;
        return Signals.ecg(t) + (moved ? 400 * StrictMath.sin(40 * t + 5 * StrictMath.sin(3.1 * t)) : 0);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 7, 25, 100})
    void eventsAndMeasuresAreTheSameBitsInAnyCutting(int block) {
        List<String> whole = found(WITH_ECG, 1);
        assertThat(whole).hasSizeGreaterThan(200);
        assertThat(found(WITH_ECG, block)).isEqualTo(whole);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 7, 25, 100})
    void soAreThoseWithoutAnEcgAndWithoutABelt(int block) {
        List<String> whole = found(WITH_PPG, 1);
        assertThat(whole).hasSizeGreaterThan(200);
        assertThat(found(WITH_PPG, block)).isEqualTo(whole);
    }

    @Test
    void bothTogetherHaveEveryMeasureOfTheCatalogue() {
        List<String> ids = Stream.concat(found(WITH_ECG, 100).stream(), found(WITH_PPG, 100).stream())
                .map(line -> line.split("[ @]")[0])
                .toList();
        for (Measure measure : Metrics.all()) {
            assertThat(ids)
                    .contains(measure.metric(MeasureContractTest.ground(measure))
                            .id()
                            .split("@")[0]);
        }
    }
}

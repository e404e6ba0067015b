package org.stillpoint.metric;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stillpoint.signal.Modality;

/** The same signals, handed in as blocks of any length, give the same bits. */
class CuttingTest {

    private static final double RATE = 250;
    private static final int SAMPLES = (int) (120 * RATE);

    private static List<String> found(int block) {
        Pipeline pipeline = new Pipeline(
                List.of(
                        new Pipeline.Line(Signals.plain(Modality.ECG), RATE),
                        new Pipeline.Line(Signals.plain(Modality.RESP), RATE),
                        new Pipeline.Line(Signals.emg("emg1"), RATE)),
                PipelineSettings.USUAL);
        List<List<String>> events = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (int from = 0; from < SAMPLES; from += block) {
            int to = Math.min(SAMPLES, from + block);
            for (int line = 0; line < 3; line++) {
                for (int n = from; n < to; n++) {
                    double t = n / RATE;
                    pipeline.step(line, line == 0 ? ecg(n) : line == 1 ? Signals.belt(t) : muscle(n), t);
                    if (pipeline.event() != Event.NONE) {
                        events.get(line)
                                .add(pipeline.event() + " " + Double.toHexString(pipeline.eventSeconds()) + " "
                                        + Double.toHexString(pipeline.eventValue()) + " " + pipeline.eventVerdict());
                    }
                }
            }
        }
        List<String> all = new ArrayList<>();
        events.forEach(all::addAll);
        for (int i = 0; i < pipeline.metrics().size(); i++) {
            all.add(pipeline.metrics().get(i).id() + " "
                    + Double.toHexString(pipeline.meter(i).value()));
        }
        return all;
    }

    /** A minute of it under moving electrodes. */
    private static double ecg(int n) {
        double t = n / RATE;
        return Signals.ecg(t) + (t > 60 ? 400 * StrictMath.sin(40 * t + 5 * StrictMath.sin(3.1 * t)) : 0);
    }

    private static double muscle(int n) {
        return Signals.noise(n, n / 2000 % 2 == 0 ? 5 : 50);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 7, 25, 100})
    void eventsAndMeasuresAreTheSameBitsInAnyCutting(int block) {
        List<String> whole = found(1);
        assertThat(whole).hasSizeGreaterThan(150);
        assertThat(found(block)).isEqualTo(whole);
    }
}

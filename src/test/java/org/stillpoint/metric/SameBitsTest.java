package org.stillpoint.metric;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.stillpoint.signal.RrVerdict;

/**
 * Every bit of every event, level and measure of a seeded recording is what it was when the digests were written, on this
 * Java as on that one. Who changes a detector or a measure on purpose writes them anew with {@code -Dbless=true} and sees in
 * the difference which ones moved.
 */
class SameBitsTest {

    private static final Path DIGESTS = Path.of("src/test/resources/golden/bits.csv");
    private static final int TICK = 5;

    /** The transform's own tables are made by Math.sin, whose last bit another kind of processor may round otherwise. */
    private static final Pattern BY_FOURIER_TRANSFORM =
            Pattern.compile("(figures (welch|periodogram)|measure (lf_|rhythm|muscle_(mean|median))).*");

    private static final String BLESS = "mvn -q test -Dtest=SameBitsTest -Dtest.jvm.flags=-Dbless=true";

    private final Map<String, Digest> digests = new TreeMap<>();
    private final Pipeline pipeline = new Pipeline(SeededRecording.lines(), PipelineSettings.USUAL);
    private final List<Double> intervals = new ArrayList<>();

    /** SHA-256 over numbers, eight bytes each; NaN always the same one. */
    private static final class Digest {

        private final MessageDigest sha;
        private final byte[] bytes = new byte[8];

        Digest() {
            try {
                sha = MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException missing) {
                throw new IllegalStateException(missing);
            }
        }

        void add(double value) {
            long bits = Double.doubleToLongBits(value);
            for (int i = 0; i < 8; i++) {
                bytes[i] = (byte) (bits >>> 8 * i);
            }
            sha.update(bytes);
        }

        String text() {
            return HexFormat.of().formatHex(sha.digest(), 0, 8);
        }
    }

    private Digest digest(String name) {
        return digests.computeIfAbsent(name, one -> new Digest());
    }

    private void step(int line, double code, double t) {
        pipeline.step(line, code, t);
        String id = SeededRecording.lines().get(line).channel().id();
        if (pipeline.event() != Event.NONE) {
            Digest events = digest("events of line " + line + ", " + id);
            events.add(pipeline.event().ordinal());
            events.add(pipeline.eventSeconds());
            events.add(pipeline.eventValue());
            events.add(pipeline.eventVerdict().ordinal());
            if (line == pipeline.heartLine() && pipeline.eventVerdict() == RrVerdict.NORMAL) {
                intervals.add(pipeline.eventValue());
            }
        }
        Digest level = digest("level of line " + line + ", " + id);
        level.add(pipeline.level(line));
        level.add(pipeline.quality(line).ordinal());
    }

    private Map<String, String> found() {
        SeededRecording recording = new SeededRecording();
        int lines = SeededRecording.lines().size();
        for (int n = 0; n < SeededRecording.SAMPLES; n++) {
            double t = n / SeededRecording.RATE_HZ;
            if (n == 40_000 || n == 41_000) {
                pipeline.mask(n == 40_000);
            }
            for (int line = 0; line < lines; line++) {
                step(line, recording.code(line, n), t);
            }
            if (n % TICK == 0) {
                pipeline.pacer(n < 30_000, 6, t / 10 - Math.floor(t / 10));
                pipeline.advance(t);
                for (int m = 0; m < pipeline.metrics().size(); m++) {
                    Digest meter = digest("measure " + pipeline.metrics().get(m).id());
                    meter.add(pipeline.meter(m).value());
                    meter.add(pipeline.meter(m).reason().ordinal());
                    meter.add(pipeline.meter(m).correctedShare());
                }
            }
        }
        Figures figures = new Figures();
        IntervalFigures.into(
                figures, intervals.stream().mapToDouble(Double::doubleValue).toArray());
        figures.values()
                .forEach((name, value) -> digest("figures " + name.substring(0, name.indexOf('.')))
                        .add(value));
        Map<String, String> found = new TreeMap<>();
        digests.forEach((name, digest) -> found.put(name, digest.text()));
        return found;
    }

    @Test
    void everyBitOfEventsLevelsAndMeasuresIsTheSameOnEveryJava() throws IOException {
        Map<String, String> found = found();
        assertThat(intervals).as("normal intervals").hasSizeGreaterThan(150);
        if (Boolean.getBoolean("bless")) {
            Files.write(DIGESTS, rows(found), StandardCharsets.UTF_8);
        }
        Set<String> changed = new TreeSet<>(rows(found));
        List<String> blessed = Files.readAllLines(DIGESTS, StandardCharsets.UTF_8);
        blessed.forEach(row -> {
            if (!changed.remove(row)) {
                changed.add(row);
            }
        });
        Set<String> names = new TreeSet<>();
        changed.forEach(row -> names.add(row.substring(row.indexOf(',') + 1)));
        if (!System.getProperty("os.arch").equals("amd64")) {
            names.removeIf(name -> BY_FOURIER_TRANSFORM.matcher(name).matches());
        }
        assertThat(names)
                .as("other bits than blessed; on purpose? then: " + BLESS)
                .isEmpty();
    }

    private static List<String> rows(Map<String, String> found) {
        return found.entrySet().stream()
                .map(one -> one.getValue() + "," + one.getKey())
                .toList();
    }
}

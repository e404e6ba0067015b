package org.stillpoint.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stillpoint.device.Emulation;
import org.stillpoint.device.Faults;
import org.stillpoint.device.Scenario;

/**
 * What a bad line does to a recording: every sample that is stored stands at its own number, every one that is not is
 * declared, and the recording ends by itself. All faults run at the same time, on devices that count their samples.
 */
class FaultsEndToEndTest {

    private static final double SECONDS = 9;
    /** After the start of the stream on a machine that is not too busy; on a busier one the whole is tried again. */
    private static final int[] FAULT_AT_SECONDS = {8, 16, 30};

    private static final double ESTIMATED_WITHIN_SECONDS = 0.020;

    private static final Map<String, Outcome> OUTCOMES = new LinkedHashMap<>();

    @TempDir
    static Path folder;

    /**
     * What came of one fault.
     *
     * @param displacement by how many samples stored ones stand beside their own number, and how many of them
     * @param first the device's number of row 0
     * @param untrue stored samples whose frame the device did not send whole
     * @param unseen samples that were sent whole and are not stored
     */
    private record Outcome(
            String name,
            int rateHz,
            int exit,
            ExportedSession session,
            SentLedger sent,
            long first,
            TreeMap<Long, Integer> displacement,
            long untrue,
            long unseen) {

        long end() {
            return first + session.rows();
        }
    }

    /** A device with a fault and its recorder. */
    private record Run(String name, String profile, Path data, EmulatedDevice device, ChildProgram recorder) {}

    @BeforeAll
    static void recordOnBadLines() throws Exception {
        assumeTrue(Files.exists(Path.of("/dev/ptmx")), "pseudo-terminals are absent on this system");
        List<String> left = new ArrayList<>(List.of(
                "bitalino drop=1%",
                "openbci-cyton corrupt=0.5%",
                "bitalino garbage=2s@",
                "openbci-cyton stall=2s@",
                "bitalino unplug=2s@"));
        for (int attempt = 0; attempt < FAULT_AT_SECONDS.length && !left.isEmpty(); attempt++) {
            int at = FAULT_AT_SECONDS[attempt];
            List<Run> runs = new ArrayList<>();
            try {
                for (String name : left) {
                    runs.add(start(name, at, at - 6));
                }
                for (Run run : runs) {
                    Outcome outcome = outcome(run);
                    boolean met = !run.name().endsWith("@") || outcome.sent().startSeconds() < at - 1.5;
                    if (met) {
                        left.remove(run.name());
                        OUTCOMES.put(run.name(), outcome);
                    }
                }
            } finally {
                runs.forEach(run -> run.recorder().close());
                runs.forEach(run -> run.device().close());
            }
        }
        assertThat(left).as("the machine was too busy for these").isEmpty();
    }

    @AfterAll
    static void forget() {
        OUTCOMES.clear();
    }

    private static Run start(String name, int at, int longer) throws Exception {
        String profile = name.substring(0, name.indexOf(' '));
        String fault = name.substring(name.indexOf(' ') + 1) + (name.endsWith("@") ? at + "s" : "");
        String file = name.replaceAll("[^a-z-]+", "-") + at;
        EmulatedDevice device = EmulatedDevice.start(
                profile,
                Emulation.of(Scenario.RAMP).with(Faults.parse(List.of(fault)), folder.resolve(file + ".ledger")));
        Path data = folder.resolve(file + ".data");
        ChildProgram recorder = ChildProgram.start(
                folder,
                "record",
                "--port",
                device.port(),
                "--profile",
                profile,
                "--seconds",
                String.valueOf(SECONDS + longer),
                "--data",
                data.toString());
        return new Run(name, profile, data, device, recorder);
    }

    private static Outcome outcome(Run run) throws Exception {
        int exit = run.recorder().exit();
        assertThat(exit).as(run.name() + ": " + run.recorder().err()).isZero();
        run.device().close();
        SentLedger sent = run.device().ledger();
        ExportedSession session =
                ExportedSession.of(run.data(), run.recorder().firstLine(), folder.resolve(run.data() + ".out"));
        boolean bitalino = run.profile().equals("bitalino");
        long range = bitalino ? 1024 : 1 << 24;
        long first = sent.firstSent();
        while (Math.floorMod(first - session.code(0, 0), range) != 0) {
            first++;
        }
        TreeMap<Long, Integer> displacement = new TreeMap<>();
        TreeMap<Long, Integer> seen = new TreeMap<>();
        long untrue = 0;
        for (int row = 0; row < session.rows(); row++) {
            if (!session.empty(row)) {
                long off = Math.floorMod(session.code(row, 0) - first - row + range / 2, range) - range / 2;
                long number = first + row + off;
                if (sent.sent(number) && wholly(session, row)) {
                    displacement.merge(off, 1, Integer::sum);
                    seen.merge(number, 1, Integer::sum);
                } else {
                    untrue++;
                }
            }
        }
        long unseen = 0;
        for (long number = first; number < first + session.rows(); number++) {
            unseen += sent.sent(number) && !seen.containsKey(number) ? 1 : 0;
        }
        assertThat(seen.values()).as(run.name() + ": no sample twice").allMatch(times -> times == 1);
        Outcome outcome = new Outcome(
                run.name(), bitalino ? 1000 : 250, exit, session, sent, first, displacement, untrue, unseen);
        System.out.printf(
                Locale.ROOT,
                "%s: device %s; %d rows, %d empty, declared lost %d in gaps of %s, %d stored of damaged frames,"
                        + " %d sent and not stored, displaced by %s%n",
                run.name(),
                sent.tally(first, first + session.rows()),
                session.rows(),
                session.emptyRows(),
                session.declaredLost(),
                session.gapReasons().stream().distinct().toList(),
                untrue,
                unseen,
                displacement);
        return outcome;
    }

    /** Whether all channels of a row tell the same number. */
    private static boolean wholly(ExportedSession session, int row) {
        for (int channel = 1; channel < session.columns().size(); channel++) {
            if (session.code(row, channel) != session.code(row, 0)) {
                return false;
            }
        }
        return true;
    }

    /** What holds for every fault. */
    private static Outcome whole(String name) {
        Outcome outcome = OUTCOMES.get(name);
        ExportedSession session = outcome.session();
        assertThat(outcome.exit()).isZero();
        assertThat(session.json().get("state").asText()).isEqualTo("complete");
        assertThat(session.json().at("/devices/0/samples").asInt()).isEqualTo(session.rows());
        assertThat(session.rows()).isGreaterThanOrEqualTo((int) (SECONDS * outcome.rateHz()));
        assertThat(session.emptyRows()).as("declared").isEqualTo(session.declaredLost());
        assertThat(session.gapSamples()).as("told one by one").isEqualTo(session.declaredLost());
        return outcome;
    }

    private static void assertInPlace(Outcome outcome, double withinSeconds) {
        long most = Math.round(withinSeconds * outcome.rateHz());
        assertThat(outcome.displacement().firstKey()).isBetween(-most, most);
        assertThat(outcome.displacement().lastKey()).isBetween(-most, most);
    }

    @Test
    void droppedFramesAreCountedToTheSample() {
        Outcome outcome = whole("bitalino drop=1%");
        assertInPlace(outcome, 0);
        assertThat(outcome.untrue()).isZero();
        assertThat(outcome.unseen()).isZero();
        assertThat(outcome.session().declaredLost())
                .isEqualTo(outcome.sent().count(outcome.first(), outcome.end(), "dropped"));
    }

    @Test
    void damagedFramesCostNoMoreThanThemselves() {
        Outcome outcome = whole("openbci-cyton corrupt=0.5%");
        assertInPlace(outcome, 0);
        long damaged = outcome.sent().count(outcome.first(), outcome.end(), "corrupted");
        assertThat(damaged).isPositive();
        // Its frames carry no check sum: what is damaged between the first and the last byte is stored as it came.
        assertThat(outcome.untrue() + outcome.session().declaredLost()).isEqualTo(damaged + outcome.unseen());
        assertThat(outcome.unseen()).isLessThanOrEqualTo(damaged);
    }

    @Test
    void rubbishForTwoSecondsIsAGapOfTwoSeconds() {
        Outcome outcome = whole("bitalino garbage=2s@");
        assertInPlace(outcome, ESTIMATED_WITHIN_SECONDS);
        assertThat(outcome.unseen()).isLessThanOrEqualTo(20);
        assertThat(outcome.untrue())
                .as("false frames, one in 16 passes the check")
                .isLessThanOrEqualTo(20);
        assertThat((double) outcome.session().declaredLost() + outcome.untrue())
                .isBetween(
                        outcome.sent().count(outcome.first(), outcome.end(), "garbage") - 40.0,
                        outcome.sent().count(outcome.first(), outcome.end(), "garbage") + 40.0);
    }

    @Test
    void aStalledLineIsOnlyLate() {
        Outcome outcome = whole("openbci-cyton stall=2s@");
        assertThat(outcome.sent().happenings())
                .anyMatch(row -> row.event().equals("stall") && row.index() > outcome.first());
        assertInPlace(outcome, 0);
        assertThat(outcome.session().declaredLost()).isZero();
        assertThat(outcome.unseen()).isZero();
    }

    @Test
    void aPulledCableIsAGapAndTheDeviceIsFoundAgain() {
        Outcome outcome = whole("bitalino unplug=2s@");
        assertInPlace(outcome, ESTIMATED_WITHIN_SECONDS);
        assertThat(outcome.untrue()).isZero();
        assertThat(outcome.session().gapReasons()).contains("unplugged");
        // Found again: the last rows have values.
        assertThat(outcome.session().empty(outcome.session().rows() - 1)).isFalse();
        long unplugged = outcome.sent().count(outcome.first(), outcome.end(), "unplugged");
        assertThat(outcome.session().declaredLost()).isGreaterThanOrEqualTo(unplugged - 20);
    }
}

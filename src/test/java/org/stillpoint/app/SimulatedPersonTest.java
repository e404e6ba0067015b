package org.stillpoint.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.stillpoint.device.SimulatedPerson;
import org.stillpoint.signal.Marker;
import org.stillpoint.store.ProtocolFiles;
import org.stillpoint.training.Finding;
import org.stillpoint.training.Phase;
import org.stillpoint.training.PhaseKind;
import org.stillpoint.training.Protocol;
import org.stillpoint.training.Script;

/** The person who sits there when no sensor is attached, through a whole resonance assessment as the station runs it. */
class SimulatedPersonTest {

    private static final Pattern USED = Pattern.compile("(\\d+) of (\\d+) breaths used");
    private static final double SETTLING_SECONDS = 30;

    private static SimulatedSession session;
    private static Protocol protocol;

    @BeforeAll
    static void assess() throws Exception {
        Protocol whole = ProtocolFiles.load(Path.of("none")).named("resonance");
        List<Phase> phases = new ArrayList<>(whole.phases());
        phases.replaceAll(
                phase -> phase.kind().paces() || phase.kind() == PhaseKind.WRAP_UP ? phase : phase.lasting(15));
        protocol = whole.with(phases);
        session = new SimulatedSession(protocol, new Sitting(), Hardware.PERSON, Script.NONE).run();
    }

    @Test
    void nineBreathsInTenFollowThePacerAtEachRate() {
        assertThat(blocks()).hasSize(6).allSatisfy(used -> {
            assertThat(used.find()).isTrue();
            double share = Double.parseDouble(used.group(1)) / Double.parseDouble(used.group(2));
            assertThat(share).isGreaterThan(0.8);
        });
    }

    @Test
    void noRateTakesMuchLongerThanItsFourteenBreaths() {
        List<Marker> begins = session.markers().stream()
                .filter(marker -> marker.kind().equals("phase"))
                .toList();
        for (int i = 0; i < begins.size() - 1; i++) {
            Phase phase = protocol.phases().get(i);
            if (phase.kind().paces()) {
                double took = begins.get(i + 1).tSeconds() - begins.get(i).tSeconds();
                double breaths = (took - SETTLING_SECONDS) * phase.ratePerMinute() / 60;
                assertThat(breaths).as(phase.title()).isBetween(14.0, 20.0);
            }
        }
    }

    @Test
    void theAnswerIsThePersonsOwnResonance() {
        assertThat(session.findings())
                .filteredOn(finding -> finding.key().equals("resonance_per_min"))
                .singleElement()
                .extracting(Finding::value)
                .isEqualTo(session.patient().trueResonancePerMinute());
    }

    private static List<Matcher> blocks() {
        return session.findings().stream()
                .filter(finding -> finding.key().startsWith("resonance_block_"))
                .map(finding -> USED.matcher(finding.text()))
                .toList();
    }

    /** Wears all sensors at the rate of the live one. */
    private static final class Sitting implements SimulatedCase {

        @Override
        public boolean suits(Protocol any) {
            return true;
        }

        @Override
        public SimulatedPerson person(long seed, int index, int count) {
            return Hardware.PERSON;
        }

        @Override
        public Map<String, Object> truth(SimulatedSession of) {
            return Map.of();
        }

        @Override
        public Map<String, Object> concluded(SimulatedSession of) {
            return Map.of();
        }
    }
}

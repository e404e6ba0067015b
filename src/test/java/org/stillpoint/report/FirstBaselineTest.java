package org.stillpoint.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stillpoint.care.SessionResult;
import org.stillpoint.care.ZoneTime;
import org.stillpoint.store.Bench;
import org.stillpoint.store.StoreException;
import org.stillpoint.training.Phase;
import org.stillpoint.training.PhaseKind;
import org.stillpoint.training.Posture;
import org.stillpoint.training.Protocol;

/** Sessions of one person, one after another. */
class FirstBaselineTest {

    @TempDir
    Path temporary;

    private Bench bench;

    @BeforeEach
    void open() throws StoreException {
        bench = new Bench(temporary.resolve("data"));
    }

    @AfterEach
    void close() throws StoreException {
        bench.close();
    }

    private static Protocol in(Posture posture) {
        return new Protocol(
                "emg-relaxation",
                "E",
                List.of("emg-relaxation"),
                "tension",
                "",
                6,
                0.45,
                0,
                0,
                false,
                false,
                "why",
                List.of(new Phase("Baseline", PhaseKind.BASELINE, 40, "")),
                List.of(),
                "",
                posture);
    }

    private ZoneTime lived(Posture posture, String site) throws StoreException {
        TrainedSession session = new TrainedSession(bench.store, bench.clock, "one", in(posture));
        if (!site.isEmpty()) {
            session.control.answer("pmr-site", site);
        }
        String id = session.live(45).end();
        SessionResult result = bench.store.recordings().open(id).result().orElseThrow();
        return result.first(PhaseKind.BASELINE).orElseThrow().zone();
    }

    @Test
    void aStandingBaselineIsNotTheFirstOfSessionsInTheChair() throws StoreException {
        assertThat(lived(Posture.STANDING, "").ground()).isEqualTo("this session's baseline, the first standing");
        assertThat(lived(Posture.UPRIGHT, "").ground()).isEqualTo("this session's baseline, the first");
        assertThat(lived(Posture.UPRIGHT, "").ground()).isEqualTo("the first baseline");
        assertThat(lived(Posture.STANDING, "").ground()).isEqualTo("the first baseline standing");
    }

    @Test
    void anotherPlaceOfTheSensorHasAFirstBaselineOfItsOwn() throws StoreException {
        lived(Posture.UPRIGHT, "shoulders");
        assertThat(lived(Posture.UPRIGHT, "right hand").ground()).isEqualTo("this session's baseline, the first");
        assertThat(lived(Posture.UPRIGHT, "right hand").ground()).isEqualTo("the first baseline");
    }
}

package org.stillpoint.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stillpoint.acquisition.SystemClock;
import org.stillpoint.device.SimulatedSource;
import org.stillpoint.store.DataFolder;
import org.stillpoint.store.StoreException;
import org.stillpoint.training.Phase;
import org.stillpoint.training.PhaseKind;
import org.stillpoint.training.Protocol;
import org.stillpoint.training.Remembered;
import org.stillpoint.ui.LiveSession;
import org.stillpoint.ui.SafetyQuestion;
import org.stillpoint.ui.StationControl.SensorChoice;

class StationTest {

    private static final List<SensorChoice> SIMULATED =
            List.of(new SensorChoice(SimulatedSource.describe().id(), "", "", true, "ready"));

    @TempDir
    Path folder;

    private Station station;

    @BeforeEach
    void open() throws StoreException {
        SystemClock clock = new SystemClock();
        station = new Station(new DataFolder(folder), new Hardware(Hardware.builtInDevices(), clock), clock);
    }

    @AfterEach
    void close() throws StoreException {
        station.close();
    }

    private static Protocol own(List<Phase> phases) {
        return new Protocol("own", "Own", List.of("emg-relaxation"), "tension", 6, 0.45, "why", phases);
    }

    @Test
    void whatASafetyQuestionWasAnsweredIsAskedOnceOfAPersonAndAlwaysOfAGuest() throws Exception {
        assertThat(station.safety("P-7")).isEmpty();
        station.safety("P-7", List.of(SafetyQuestion.IMPLANT));
        station.start("P-7", "emg-relaxation", SIMULATED);
        station.stop();
        assertThat(station.safety("P-7")).contains(List.of(SafetyQuestion.IMPLANT));
        station.safety("guest", List.of());
        station.start("guest", "emg-relaxation", SIMULATED);
        station.stop();
        assertThat(station.safety("guest")).isEmpty();
    }

    @Test
    void theSoundThatWasChosenIsThereTheNextTimeInSuchATraining() throws Exception {
        LiveSession live = station.start("P-7", "emg-relaxation", SIMULATED);
        live.control().choseSound("tone");
        long before = live.feedback().sequence();
        await().until(() -> live.feedback().sequence() > before + 5);
        station.stop();
        LiveSession next = station.start("P-7", "emg-relaxation", SIMULATED);
        assertThat(next.remembered().text(Remembered.soundOf(next.protocol()))).isEqualTo("tone");
        station.stop();
        LiveSession other = station.start("P-7", "paced-breathing", SIMULATED);
        assertThat(other.remembered().text(Remembered.soundOf(other.protocol())))
                .isEmpty();
        station.stop();
    }

    @Test
    void anAdjustedProtocolIsThereAtOnce() throws Exception {
        station.save(own(List.of(new Phase("Rest", PhaseKind.BASELINE, 60, "Sit."))));
        assertThat(station.protocols()).extracting(Protocol::id).contains("own");
    }

    @Test
    void aProtocolThatMakesNoSenseIsRefusedWithItsReason() {
        assertThatThrownBy(() -> station.save(own(List.of())))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("expected one or more");
    }

    @Test
    void aFlareDayRunsShorter() throws Exception {
        double usual =
                station.start("P-7", "emg-relaxation", SIMULATED).protocol().seconds();
        station.stop();
        double easier = station.startFlare("P-7", "emg-relaxation", SIMULATED)
                .protocol()
                .seconds();
        assertThat(easier).isLessThan(usual);
    }
}

package org.stillpoint.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stillpoint.acquisition.SystemClock;
import org.stillpoint.care.SessionSummary;
import org.stillpoint.device.SimulatedSource;
import org.stillpoint.signal.Marker;
import org.stillpoint.store.DataFolder;
import org.stillpoint.store.StoreException;
import org.stillpoint.training.Feedback;
import org.stillpoint.training.Phase;
import org.stillpoint.training.PhaseKind;
import org.stillpoint.training.Protocol;
import org.stillpoint.training.RateChoice;
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
    void aProtocolRunsWithoutASensorAndItsSummaryHasNoCurveAndNoNumber() throws Exception {
        LiveSession live = station.start("P-7", "evening", List.of());
        Feedback now = live.feedback().blank();
        await().until(() -> live.feedback().read(now) > 0 && now.tSeconds() > 1);
        assertThat(live.devices()).isEmpty();
        assertThat(live.measures()).isEmpty();
        SessionSummary summary = station.stop();
        assertThat(summary.seconds()).isBetween(0.9, 20.0);
        assertThat(summary.phases()).extracting(Marker::label).containsExactly("Settle");
        assertThat(summary.beatSeconds()).isEmpty();
        assertThat(summary.breathSeconds()).isEmpty();
        assertThat(summary.muscleSeconds()).isEmpty();
        assertThat(summary.measures()).isEmpty();
    }

    @Test
    void whoHasHadASessionIsKnownToHave() throws Exception {
        assertThat(station.trainedCodes()).isEmpty();
        LiveSession live = station.start("P-7", "evening", List.of());
        await().until(() -> live.recording().durableSeconds() > 0);
        station.stop();
        assertThat(station.trainedCodes()).containsExactly("P-7");
    }

    @Test
    void aBrokenFileOfTheOwnIsToldWithItsLineAndReason() throws Exception {
        Path scripts = Files.createDirectories(new DataFolder(folder).scripts());
        Files.writeString(scripts.resolve("mine.toml"), "id = \"mine\"\nname = 3\n");
        assertThat(station.fileNotes()).anySatisfy(note -> assertThat(note).contains("mine.toml:2: "));
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

    private static RateChoice rate(double perMinute) {
        return new RateChoice(perMinute, true, "");
    }

    private double remembered(String patient) throws StoreException {
        return station.remembered(patient).number(RateChoice.KEY);
    }

    @Test
    void aRateThatIsChosenWhileItRunsIsTrainedNext() throws Exception {
        station.start("P-7", "resonance", SIMULATED);
        station.trainAt(rate(5.5));
        assertThat(station.stop().result().found(RateChoice.KEY)).isEqualTo(5.5);
        assertThat(remembered("P-7")).isEqualTo(5.5);
    }

    @Test
    void aRateThatIsChosenAfterTheEndTakesThePlaceOfTheOneBefore() throws Exception {
        station.start("P-7", "resonance", SIMULATED);
        station.trainAt(rate(5.5));
        station.stop();
        SessionSummary again = station.trainAt(rate(6)).orElseThrow();
        assertThat(again.result().found(RateChoice.KEY)).isEqualTo(6);
        assertThat(remembered("P-7")).isEqualTo(6);
    }

    @Test
    void noRateIsKeptForAGuest() throws Exception {
        station.start("guest", "resonance", SIMULATED);
        assertThatThrownBy(() -> station.trainAt(rate(5.5)))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("A guest is not remembered");
        station.stop();
    }

    @Test
    void aRateThatShowsNothingIsRefusedWithItsReason() throws Exception {
        station.start("P-7", "resonance", SIMULATED);
        assertThatThrownBy(() -> station.trainAt(new RateChoice(4.5, false, "Nothing was shown for this rate.")))
                .hasMessage("Nothing was shown for this rate.");
        assertThat(station.stop().result().found(RateChoice.KEY)).isNaN();
    }

    @Test
    void whatComesWithTheProgramIsNotReplacedAndWhatWasSavedHereIs() throws Exception {
        Protocol builtIn = station.protocols().get(0);
        assertThatThrownBy(() -> station.save(builtIn)).hasMessageContaining("comes with the program");
        Protocol copy = builtIn.with("own-copy", "Own copy", builtIn.phases());
        station.save(copy);
        assertThat(station.mayRewrite(builtIn.id())).isFalse();
        assertThat(station.mayRewrite("own-copy")).isTrue();
        station.save(copy.with("own-copy", "Renamed", copy.phases()));
        assertThat(station.protocols()).extracting(Protocol::name).contains("Renamed", builtIn.name());
    }

    @Test
    void aFileWithNotesByHandIsNotWrittenAgain() throws Exception {
        station.save(own(List.of(new Phase("Rest", PhaseKind.BASELINE, 60, "Sit."))));
        Path file = folder.resolve("protocols").resolve("own.toml");
        Files.writeString(file, "# ours, since spring\n" + Files.readString(file));
        assertThat(station.mayRewrite("own")).isFalse();
    }
}

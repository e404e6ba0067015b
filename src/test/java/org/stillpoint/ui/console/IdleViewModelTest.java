package org.stillpoint.ui.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.stillpoint.acquisition.Clock;
import org.stillpoint.signal.Modality;
import org.stillpoint.training.Phase;
import org.stillpoint.training.PhaseKind;
import org.stillpoint.training.Protocol;
import org.stillpoint.ui.StationControl.SensorChoice;
import org.stillpoint.ui.SyntheticSession;

class IdleViewModelTest {

    /** 10:00 in the morning. */
    private static final Clock CLOCK = new Clock() {
        @Override
        public long nanos() {
            return 0;
        }

        @Override
        public long epochMillis() {
            return 10 * 3_600_000L;
        }
    };

    private static final Protocol MUSCLE = protocol("muscle", "emg-relaxation", "tension", PhaseKind.FEEDBACK);
    private static final Protocol EVENING = protocol("dark", "paced-breathing", "black", PhaseKind.PACER_ONLY);
    private static final Protocol SHORT = protocol("short", "paced-breathing", "shape", PhaseKind.PACER_ONLY);

    private static Protocol protocol(String id, String exercise, String display, PhaseKind kind) {
        return new Protocol(
                id, id, List.of(exercise), display, 6, 0.45, "why", List.of(new Phase("P", kind, 600, "go")));
    }

    private static final SensorChoice SIMULATED = new SensorChoice("simulated", "", "Simulated patient", true, "ready");
    private static final SensorChoice READY = new SensorChoice("bitalino", "/dev/ttyUSB0", "BITalino", true, "ready");
    private static final SensorChoice TAKEN =
            new SensorChoice("cyton", "/dev/ttyUSB1", "Cyton", true, "Another program holds it. Close that program.");

    private final IdleViewModel model = new IdleViewModel(CLOCK, ZoneId.of("UTC"));

    @Test
    void withoutASensorTheSimulatedPatientComesFirstAndIsTicked() {
        model.sensors(List.of(TAKEN, SIMULATED));
        assertThat(model.choices().get(0).sensor()).isEqualTo(SIMULATED);
        assertThat(model.chosenSensors()).containsExactly(SIMULATED);
        assertThat(model.advice().get()).contains("simulated patient");
    }

    @Test
    void readySensorIsTickedInsteadOfTheSimulatedPatient() {
        model.sensors(List.of(READY, TAKEN, SIMULATED));
        assertThat(model.chosenSensors()).containsExactly(READY);
    }

    @Test
    void tickedSensorThatIsNotReadyObjectsInItsOwnWords() {
        model.offer(List.of(SyntheticSession.protocol()));
        model.sensors(List.of(READY, TAKEN, SIMULATED));
        model.choices().get(1).chosen().set(true);
        assertThat(model.objection()).isEqualTo(TAKEN.state());
    }

    @Test
    void nothingTickedObjects() {
        model.offer(List.of(SyntheticSession.protocol()));
        model.sensors(List.of(SIMULATED));
        model.choices().get(0).chosen().set(false);
        assertThat(model.objection()).startsWith("Tick at least one");
    }

    @Test
    void aProtocolThatNeedsNoSensorChoosesNoneWhenNoneIsAttached() {
        model.offer(List.of(SHORT, MUSCLE));
        model.sensors(List.of(SIMULATED));
        assertThat(model.noSensor().get()).isTrue();
        assertThat(model.chosenSensors()).isEmpty();
        assertThat(model.objection()).isEmpty();
        model.protocol().set(MUSCLE);
        assertThat(model.noSensor().get()).isFalse();
        assertThat(model.chosenSensors()).containsExactly(SIMULATED);
    }

    @Test
    void anAttachedSensorStaysTickedForAProtocolThatNeedsNone() {
        model.offer(List.of(SHORT));
        model.sensors(List.of(READY, SIMULATED));
        assertThat(model.noSensor().get()).isFalse();
        assertThat(model.chosenSensors()).containsExactly(READY);
    }

    @Test
    void noSensorAndASensorExcludeEachOther() {
        model.offer(List.of(MUSCLE));
        model.sensors(List.of(READY, SIMULATED));
        model.noSensor().set(true);
        assertThat(model.chosenSensors()).isEmpty();
        model.choices().get(0).chosen().set(true);
        assertThat(model.noSensor().get()).isFalse();
    }

    @Test
    void whatWasTickedByHandStaysWhenTheProtocolChanges() {
        model.offer(List.of(MUSCLE, SHORT));
        model.sensors(List.of(SIMULATED));
        model.noSensor().set(true);
        model.choices().get(0).chosen().set(true);
        model.protocol().set(SHORT);
        assertThat(model.chosenSensors()).containsExactly(SIMULATED);
    }

    @Test
    void whatIsMissingAndWhatIsLeftWithoutItIsSaidInOneSentence() {
        SensorChoice heart = new SensorChoice("h", "/dev/h", "Heart", true, "ready", Set.of(Modality.ECG));
        model.offer(List.of(MUSCLE));
        model.sensors(List.of(heart));
        assertThat(model.missing().get())
                .isEqualTo("Needs a muscle sensor; without, the sentences and the clock lead and no goal is set.");
        assertThat(model.objection()).isEmpty();
    }

    @Test
    void ofASensorThatNobodyKnowsNothingIsSaidToBeMissing() {
        model.offer(List.of(MUSCLE));
        model.sensors(List.of(READY));
        assertThat(model.missing().get()).isEmpty();
    }

    @Test
    void aPersonTakesPartAlsoWithoutASensor() {
        model.offer(List.of(SHORT));
        model.sensors(List.of(SIMULATED));
        assertThat(model.realPerson()).isTrue();
        model.choices().get(0).chosen().set(true);
        assertThat(model.realPerson()).isFalse();
    }

    @Test
    void inAFirstSessionTheDarkOneStandsLastAndIsNotChosenByItself() {
        model.offer(List.of(EVENING, MUSCLE));
        assertThat(model.menu().shown()).containsExactly(MUSCLE, EVENING);
        assertThat(model.protocol().get()).isEqualTo(MUSCLE);
        assertThat(model.menu().later(EVENING)).isTrue();
    }

    @Test
    void whoHasBeenHereBeforeHasTheWholeMenuInItsOrder() {
        model.trained(Set.of("P-7"));
        model.offer(List.of(EVENING, MUSCLE));
        model.patient().set("P-7");
        assertThat(model.menu().shown()).containsExactly(EVENING, MUSCLE);
        assertThat(model.menu().later(EVENING)).isFalse();
    }

    @Test
    void whatWasChosenForOnePersonIsNotChosenForANewOneWhomItDoesNotFit() {
        model.trained(Set.of("P-7"));
        model.offer(List.of(MUSCLE, EVENING));
        model.patient().set("P-7");
        model.protocol().set(EVENING);
        model.patient().set("P-8");
        assertThat(model.protocol().get()).isEqualTo(MUSCLE);
        model.patient().set("P-7");
        assertThat(model.protocol().get()).isEqualTo(EVENING);
    }

    @Test
    void aGuestIsAlwaysHereForTheFirstTime() {
        model.trained(Set.of("guest"));
        assertThat(model.menu().first().get()).isTrue();
    }

    @Test
    void aTherapistMayChooseTheLaterOneAllTheSame() {
        model.offer(List.of(MUSCLE, EVENING));
        model.protocol().set(EVENING);
        model.patient().set("P-9");
        model.offer(List.of(MUSCLE, EVENING));
        assertThat(model.protocol().get()).isEqualTo(EVENING);
    }

    @Test
    void aProtocolThatIsGoneIsNotChosenAnyMore() {
        model.offer(List.of(MUSCLE, SHORT));
        model.protocol().set(SHORT);
        model.offer(List.of(MUSCLE));
        assertThat(model.protocol().get()).isEqualTo(MUSCLE);
    }

    @Test
    void anEndThatIsNoTimeOfDayObjects() {
        model.offer(List.of(SHORT));
        model.sensors(List.of(SIMULATED));
        model.endsAt().set("soon");
        assertThat(model.objection()).contains("Write it as 10:45.");
        model.endsAt().set("09:30");
        assertThat(model.objection()).contains("09:30 is past already.");
        model.endsAt().set("10.45");
        assertThat(model.objection()).isEmpty();
    }

    @Test
    void theFirstOfTheFilesNotesStandsInTheLineWithHowManyMore() {
        List<String> notes = new ArrayList<>(List.of("mine.toml:4: no text", "other.toml:1: no id"));
        model.files(notes);
        assertThat(model.files().get()).isEqualTo("mine.toml:4: no text  (and 1 more)");
        model.files(List.of());
        assertThat(model.files().get()).isEmpty();
    }
}

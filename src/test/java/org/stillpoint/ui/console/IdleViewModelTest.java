package org.stillpoint.ui.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.stillpoint.ui.StationControl.SensorChoice;
import org.stillpoint.ui.SyntheticSession;

class IdleViewModelTest {

    private static final SensorChoice SIMULATED = new SensorChoice("simulated", "", "Simulated patient", true, "ready");
    private static final SensorChoice READY = new SensorChoice("bitalino", "/dev/ttyUSB0", "BITalino", true, "ready");
    private static final SensorChoice TAKEN =
            new SensorChoice("cyton", "/dev/ttyUSB1", "Cyton", true, "Another program holds it. Close that program.");

    private final IdleViewModel model = new IdleViewModel();

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
}

package org.stillpoint.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.stillpoint.device.MuscleHabits;
import org.stillpoint.device.SimulatedPerson;

class WorkRestTest {

    private static final Protocol PROTOCOL = new Protocol(
            "emg-recovery",
            "Work and rest",
            List.of("work-rest"),
            "tension",
            6,
            0.45,
            "why",
            List.of(
                    new Phase("Rest", PhaseKind.BASELINE, 60, "rest"),
                    new Phase("Efforts", PhaseKind.TRANSFER, 140, "efforts")));

    private static TrainedPatient person(MuscleHabits habits) {
        TrainedPatient person = new TrainedPatient(
                PROTOCOL, SimulatedPerson.resting(5).withTension(0, 3, 2.5), Script.NONE, Remembered.NOTHING);
        person.patient().habits(habits);
        return person.run(now -> {});
    }

    @Test
    void fiveEffortsGiveTheirPeakTheirRestAndTheTimeBackToIt() {
        TrainedPatient person = person(new MuscleHabits(60, 1, 0.4, 0.3, 0));
        assertThat(person.found("efforts")).isEqualTo(5);
        assertThat(person.found("effort_peak_uV")).isCloseTo(27, within(6.0));
        assertThat(person.found("effort_rest_uV")).isCloseTo(2.7, within(0.5));
        assertThat(person.found("effort_residual_uV")).isCloseTo(0, within(0.6));
        assertThat(person.found("recovery_s")).isBetween(0.9, 2.2);
    }

    @Test
    void aSlowMuscleTakesLongerToComeBack() {
        double quick = person(new MuscleHabits(60, 1, 0.4, 0.2, 0)).found("recovery_s");
        double slow = person(new MuscleHabits(60, 1, 0.4, 1.5, 0)).found("recovery_s");
        assertThat(slow).isGreaterThan(quick + 2);
    }

    @Test
    void whatIsNotLetGoIsToldAsResidual() {
        TrainedPatient person = person(new MuscleHabits(60, 1, 0.4, 0.2, 0.4));
        assertThat(person.found("effort_residual_uV")).isGreaterThan(5);
        assertThat(person.found("recovery_s")).isNaN();
    }
}

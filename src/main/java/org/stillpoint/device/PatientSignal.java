package org.stillpoint.device;

import java.util.List;
import org.stillpoint.signal.Channel;
import org.stillpoint.signal.PacerCell;
import org.stillpoint.signal.Unit;

/**
 * A simulated patient in front of an emulated device: every input measures what its modality says. Inputs in volts or
 * their like get true values; sensor units are spread over the middle of the input's range.
 */
final class PatientSignal implements EmulatedSignal {

    /** A sketch that prints units prints four decimals; finer than any code of the others. */
    private static final double DECIMALS = 1e4;

    private static final double GRAVITY_CODE = 8000;
    private static final double LEAD_OFF_EVERY_SECONDS = 20;
    private static final double LEAD_OFF_FROM_SECONDS = 10;
    private static final double LEAD_OFF_SECONDS = 5;

    private final List<Channel> inputs;
    private final SimulatedPatient patient;
    private final boolean leadOffs;
    private long lived;

    PatientSignal(List<Channel> inputs, Scenario scenario, double rateHz, long seed) {
        this.inputs = inputs;
        leadOffs = scenario == Scenario.LEAD_OFF;
        SimulatedPerson rest = SimulatedPerson.resting(seed);
        SimulatedPerson settings = switch (scenario) {
            case TENSE -> rest.withTension(0.2, 14, 12);
            case STRESS -> rest.withTension(0.8, 9, 9).withBreathing(19, 0);
            case SLOW_BREATHING -> rest.withBreathing(6, 0);
            default -> rest;
        };
        patient = new SimulatedPatient(settings, new PacerCell(), Math.max(50, rateHz));
    }

    @Override
    public void codes(long sample, double[] into) {
        while (lived <= sample) {
            patient.step();
            lived++;
        }
        boolean off = leadOffs
                && patient.seconds() % LEAD_OFF_EVERY_SECONDS >= LEAD_OFF_FROM_SECONDS
                && patient.seconds() % LEAD_OFF_EVERY_SECONDS < LEAD_OFF_FROM_SECONDS + LEAD_OFF_SECONDS;
        for (int i = 0; i < inputs.size(); i++) {
            into[i] = code(inputs.get(i), off);
        }
    }

    private double code(Channel input, boolean off) {
        return switch (input.modality()) {
            case ECG -> off ? rail(input) : electric(input, patient.ecgMillivolts(), Unit.MILLIVOLT, 0.2);
            case EMG -> off ? rail(input) : electric(input, patient.emgMicrovolts(), Unit.MICROVOLT, 0.002);
            case PPG -> relative(input, patient.ppg() - 0.3, 0.3);
            case RESP, RESP2 -> relative(input, patient.resp(), 0.25);
            case EDA ->
                input.unit() == Unit.MICROSIEMENS
                        ? TableSignal.code(input, patient.skinMicrosiemens())
                        : relative(input, patient.skinMicrosiemens() / 5 - 0.6, 0.3);
            case TEMP -> input.unit() == Unit.DEGREE_CELSIUS ? TableSignal.code(input, 32.5) : relative(input, 0, 1);
            case ACC -> input.id().endsWith("z") ? GRAVITY_CODE : 0;
            case BPM -> TableSignal.code(input, 66);
            case IBI -> TableSignal.code(input, 909);
            case SPO2 -> TableSignal.code(input, 97);
            case AUX -> relative(input, 0, 1);
            case MARKER -> 0;
        };
    }

    /** True volts where the input is in volts; else {@code share} of the range for each unit of the value. */
    private static double electric(Channel input, double value, Unit unit, double share) {
        double factor = unit.factorTo(input.unit());
        return Double.isNaN(factor)
                ? relative(input, value, share)
                : TableSignal.code(input, Math.rint(value * factor * DECIMALS) / DECIMALS);
    }

    private static double relative(Channel input, double value, double share) {
        if (input.unit() == Unit.MICROVOLT || input.unit() == Unit.MILLIVOLT) {
            return TableSignal.code(input, value * Unit.MILLIVOLT.factorTo(input.unit()));
        }
        // A sketch without a declared range prints the ten bits of its converter.
        double lowest = Double.isNaN(input.lowestCode()) ? 0 : input.lowestCode();
        double highest = Double.isNaN(input.highestCode()) ? 1023 : input.highestCode();
        double code = Math.rint((lowest + highest) / 2 + value * share * (highest - lowest));
        return Math.max(lowest, Math.min(highest, code));
    }

    private static double rail(Channel input) {
        return Double.isNaN(input.highestCode()) ? 1023 : input.highestCode();
    }
}

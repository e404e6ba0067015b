package org.stillpoint.bench;

import java.util.List;
import org.stillpoint.device.SimulatedPatient;
import org.stillpoint.device.SimulatedPerson;
import org.stillpoint.device.SimulatedSource;
import org.stillpoint.signal.Channel;
import org.stillpoint.signal.PacerCell;

/** A minute of the simulated patient, seeded: what every kernel is fed, again and again. */
final class SimulatedMinute {

    static final int RATE_HZ = SimulatedSource.RATE_HZ;
    static final int SAMPLES = 60 * RATE_HZ;

    final List<Channel> channels = SimulatedSource.describe().channels();
    final double[] ecg = new double[SAMPLES];
    final double[] ppg = new double[SAMPLES];
    final double[] belt = new double[SAMPLES];
    final double[] emg = new double[SAMPLES];

    SimulatedMinute() {
        SimulatedPatient patient = new SimulatedPatient(SimulatedPerson.resting(1), new PacerCell(), RATE_HZ);
        for (int n = 0; n < SAMPLES; n++) {
            patient.step();
            ecg[n] = patient.ecgMillivolts();
            ppg[n] = patient.ppg();
            belt[n] = patient.resp();
            emg[n] = patient.emgMicrovolts();
        }
    }

    /** The device's codes, a row a channel. */
    double[][] codes() {
        double[][] values = {ecg, ppg, belt, emg};
        double[][] codes = new double[values.length][SAMPLES];
        for (int c = 0; c < values.length; c++) {
            for (int n = 0; n < SAMPLES; n++) {
                codes[c][n] = Math.rint(values[c][n] / channels.get(c).scale());
            }
        }
        return codes;
    }
}

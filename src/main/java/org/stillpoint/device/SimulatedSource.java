package org.stillpoint.device;

import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import org.stillpoint.signal.Channel;
import org.stillpoint.signal.Modality;
import org.stillpoint.signal.Noise;
import org.stillpoint.signal.PacerCell;
import org.stillpoint.signal.Unit;

/**
 * The simulated patient as a device with four channels at {@value #RATE_HZ} Hz: {@code ecg} (mV), {@code ppg},
 * {@code resp} and {@code emg} (uV), in codes of 24 bits. Needs no port; the first device of the catalogue.
 *
 * <p>Paces itself by the clock handed in. One thread; {@link #read} allocates nothing.
 */
public final class SimulatedSource implements SampleSource {

    /** High enough that muscle up to 450 Hz is honest. */
    public static final int RATE_HZ = 1000;

    /** Place of a second belt in {@link #code}; no channel of {@link #describe}. */
    public static final int SECOND_BELT = 4;

    private static final int LOWEST_CODE = -(1 << 23);
    private static final int HIGHEST_CODE = (1 << 23) - 1;
    private static final long CHUNK_NANOS = 10_000_000;
    private static final DeviceProfile PROFILE = new DeviceProfile(
            "simulated",
            "Simulated patient",
            RATE_HZ,
            DeviceProfile.Isolation.BATTERY,
            List.of(
                    channel("ecg", "Heart", Modality.ECG, Unit.MILLIVOLT, 0.0005, new Noise(0.0005, 0.002, 0.05, 150)),
                    channel("ppg", "Pulse", Modality.PPG, Unit.RAW, 1e-5, new Noise(1e-5, 0.002, 0, 20)),
                    channel("resp", "Breath", Modality.RESP, Unit.RAW, 1e-5, new Noise(1e-5, 0.004, 0, 10)),
                    channel("emg", "Muscle", Modality.EMG, Unit.MICROVOLT, 0.01, new Noise(0.01, 0.3, 20, 450))),
            null,
            null,
            null,
            null,
            "built-in",
            null);

    private final SimulatedPatient patient;
    private final LongSupplier nanos;
    private final double nanosPerSample;
    private final int samplesPerRead;
    private final double[] codes = new double[4];
    private long startNanos;
    private long given;
    private boolean open;

    /** A patient in real time. */
    public SimulatedSource(SimulatedPerson settings, PacerCell pacer, LongSupplier nanos) {
        this(settings, pacer, nanos, 1);
    }

    /**
     * A patient whose time runs {@code speed} times as fast as the clock; the samples are the same.
     *
     * @throws IllegalArgumentException when {@code speed} is not positive
     */
    public SimulatedSource(SimulatedPerson settings, PacerCell pacer, LongSupplier nanos, double speed) {
        if (!(speed > 0)) {
            throw new IllegalArgumentException("speed must be positive: " + speed);
        }
        this.nanos = nanos;
        patient = new SimulatedPatient(settings, pacer, RATE_HZ);
        nanosPerSample = 1e9 / RATE_HZ / speed;
        samplesPerRead = (int) Math.max(1, Math.ceil(2 * CHUNK_NANOS / nanosPerSample));
    }

    /** What the simulated patient is as a device. */
    public static DeviceProfile describe() {
        return PROFILE;
    }

    /** A second belt, for a person who wears two. */
    public static Channel secondBelt() {
        return channel("resp2", "Chest", Modality.RESP2, Unit.RAW, 1e-5, new Noise(1e-5, 0.004, 0, 10));
    }

    /** The person, for its truth and for disturbances; to be used on the thread that reads. */
    public SimulatedPatient patient() {
        return patient;
    }

    @Override
    public DeviceProfile profile() {
        return PROFILE;
    }

    @Override
    public void open() {
        startNanos = nanos.getAsLong();
        given = 0;
        open = true;
    }

    @Override
    public int read(SampleSink sink) throws DeviceException {
        if (!open) {
            throw new DeviceException("The simulated patient is not open.");
        }
        long due = due(nanos.getAsLong());
        if (due <= given) {
            long wait = (long) Math.ceil(given * nanosPerSample) + CHUNK_NANOS - (nanos.getAsLong() - startNanos);
            LockSupport.parkNanos(Math.max(1, Math.min(CHUNK_NANOS, wait)));
            due = due(nanos.getAsLong());
        }
        int count = (int) Math.min(samplesPerRead, Math.max(0, due - given));
        for (int i = 0; i < count; i++) {
            patient.step();
            for (int c = 0; c < codes.length; c++) {
                codes[c] = code(patient, c);
            }
            sink.sample(codes);
        }
        given += count;
        return count;
    }

    /** What one of the channels of {@link #describe} sends of this patient at this instant. */
    public static double code(SimulatedPatient patient, int channel) {
        return switch (channel) {
            case 0 -> patient.leadsOff() ? HIGHEST_CODE : code(patient.ecgMillivolts() / 0.0005);
            case 1 -> code(patient.ppg() / 1e-5);
            case 2 -> code(patient.resp() / 1e-5);
            case SECOND_BELT -> code(patient.secondResp() / 1e-5);
            default -> patient.leadsOff() ? HIGHEST_CODE : code(patient.emgMicrovolts() / 0.01);
        };
    }

    @Override
    public void close() {
        open = false;
    }

    private long due(long now) {
        return (long) ((now - startNanos) / nanosPerSample);
    }

    private static double code(double value) {
        return Math.max(LOWEST_CODE, Math.min(HIGHEST_CODE, Math.rint(value)));
    }

    private static Channel channel(String id, String name, Modality modality, Unit unit, double scale, Noise noise) {
        return new Channel(id, name, modality, unit, scale, 0, LOWEST_CODE, HIGHEST_CODE, noise);
    }
}

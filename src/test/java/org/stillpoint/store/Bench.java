package org.stillpoint.store;

import java.nio.file.Path;
import java.util.List;
import org.stillpoint.acquisition.SampleRing;
import org.stillpoint.device.DeviceProfile;
import org.stillpoint.signal.Channel;
import org.stillpoint.signal.Marker;
import org.stillpoint.signal.Modality;
import org.stillpoint.signal.Noise;
import org.stillpoint.signal.Unit;

/** A made-up device, its ring and a recorder, moved by hand. */
public final class Bench implements AutoCloseable {

    public static final double RATE_HZ = 100;

    public final HandClock clock = new HandClock();
    public final DataFolder folder;
    public SealedStore store;
    public SampleRing ring = new SampleRing(2, 6500);
    public final long startNanos = clock.nanos();
    private double[] row = new double[2];

    public Bench(Path path) throws StoreException {
        folder = new DataFolder(path);
        store = SealedStore.open(folder, clock);
    }

    public static DeviceProfile profile() {
        return new DeviceProfile(
                "made-up",
                "Made-up sensor",
                RATE_HZ,
                DeviceProfile.Isolation.BATTERY,
                List.of(
                        new Channel(
                                "emg", "EMG", Modality.EMG, Unit.MICROVOLT, 0.1, -3.3, -32768, 32767, Noise.UNKNOWN),
                        new Channel(
                                "ecg", "ECG", Modality.ECG, Unit.MILLIVOLT, 1e-4, 0, -8388608, 8388607, Noise.UNKNOWN)),
                null,
                null,
                null,
                null,
                "built-in",
                null);
    }

    public SessionRecorder recorder(String patient) throws StoreException {
        return new SessionRecorder(store, session(patient, null), clock);
    }

    public NewSession session(String patient, SampleRing feedback) {
        return new NewSession(
                patient, null, List.of(RecordedDevice.of(profile(), RATE_HZ, ring)), feedback, startNanos);
    }

    /** Publishes one sample and lets its time pass. */
    public void sample(double emg, double ecg) {
        row[0] = emg;
        row[1] = ecg;
        ring.publish(row, clock.nanos());
        clock.pass(1 / RATE_HZ);
    }

    /** Code of a sample of the first channel: like noise of 15 bits, but known. */
    public static double emg(long index) {
        return (index * 2_654_435_761L >>> 7) % 30_000 - 15_000;
    }

    /** Code of a sample of the second channel, which needs 24 bits. */
    public static double ecg(long index) {
        return (index * 2_246_822_519L >>> 5) % 8_000_000 - 4_000_000;
    }

    /** Samples whose codes say which they are. */
    public void samples(SessionRecorder recorder, int count) {
        for (int i = 0; i < count; i++) {
            long index = ring.published();
            sample(emg(index), ecg(index));
            recorder.work();
        }
    }

    /** A session of whole seconds, ended; its id. */
    public String recorded(String patient, int seconds) throws StoreException {
        SessionRecorder recorder = recorder(patient);
        samples(recorder, (int) (seconds * RATE_HZ));
        recorder.mark(new Marker(0.5, "note", "a canary sings: " + patient));
        recorder.close();
        return recorder.sessionId();
    }

    public void reopen() throws StoreException {
        store.close();
        store = SealedStore.open(folder, clock);
    }

    @Override
    public void close() throws StoreException {
        store.close();
    }
}

package org.stillpoint.store;

import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.stillpoint.acquisition.DutyThread;
import org.stillpoint.acquisition.SampleRing;
import org.stillpoint.acquisition.SystemClock;
import org.stillpoint.device.DeviceProfile;
import org.stillpoint.signal.Channel;
import org.stillpoint.signal.Marker;
import org.stillpoint.signal.Modality;
import org.stillpoint.signal.Noise;
import org.stillpoint.signal.Unit;
import org.stillpoint.training.Finding;

/** A process that records 4 channels at 1 kHz until it is killed, and keeps a ledger of what it published. */
public final class RecordingProcess {

    static final int RATE_HZ = 1000;
    static final int CHANNELS = 4;

    private RecordingProcess() {}

    /** Code of a sample, 16 bit, like noise but known. */
    static double code(long index, int channel) {
        return ((index * 2_654_435_761L + channel * 40_503L) >>> 7) % 60_000 - 30_000;
    }

    static DeviceProfile profile() {
        List<Channel> channels = new ArrayList<>();
        for (int i = 0; i < CHANNELS; i++) {
            channels.add(
                    new Channel("emg" + i, "EMG", Modality.EMG, Unit.MICROVOLT, 0.05, 0, -32768, 32767, Noise.UNKNOWN));
        }
        return new DeviceProfile(
                "made-up",
                "Made-up sensor",
                RATE_HZ,
                DeviceProfile.Isolation.BATTERY,
                channels,
                null,
                null,
                null,
                null,
                "built-in",
                null);
    }

    /** Arguments: data folder, ledger file, and a patient's code. Prints the session id once its first second is durable. */
    public static void main(String[] args) throws Exception {
        SystemClock clock = new SystemClock();
        SealedStore store = SealedStore.open(new DataFolder(Path.of(args[0])), clock);
        SampleRing ring = new SampleRing(CHANNELS, 65 * RATE_HZ);
        long start = clock.nanos();
        SessionRecorder recorder = new SessionRecorder(
                store,
                new NewSession(
                        args.length > 2 ? args[2] : "guest",
                        null,
                        List.of(RecordedDevice.of(profile(), RATE_HZ, ring)),
                        null,
                        start),
                clock);
        recorder.mark(new Marker(
                0.2,
                Finding.MARKER,
                Finding.kept("own_breathing_rate_per_min", 13, "").label()));
        recorder.mark(new Marker(
                0.4,
                Finding.MARKER,
                Finding.kept("resonance_set", Double.NaN, "5.5, 6.0").label()));
        DutyThread.start(recorder);
        double[] row = new double[CHANNELS];
        boolean told = false;
        ByteBuffer count = ByteBuffer.allocate(8);
        try (FileChannel ledger =
                FileChannel.open(Path.of(args[1]), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            while (true) {
                long due = (clock.nanos() - start) / (1_000_000_000L / RATE_HZ);
                while (ring.published() < due) {
                    long index = ring.published();
                    for (int channel = 0; channel < CHANNELS; channel++) {
                        row[channel] = code(index, channel);
                    }
                    ring.publish(row, start + index * (1_000_000_000L / RATE_HZ));
                }
                ledger.write(count.clear().putLong(ring.published()).flip(), 0);
                if (!told && recorder.durable()) {
                    told = true;
                    System.out.println(recorder.sessionId());
                    System.out.flush();
                }
                LockSupport.parkNanos(2_000_000);
            }
        }
    }
}

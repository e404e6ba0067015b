package org.stillpoint.device;

import java.util.List;
import java.util.Map;
import org.stillpoint.signal.Channel;
import org.stillpoint.signal.Modality;
import org.stillpoint.signal.Noise;
import org.stillpoint.signal.Unit;

/** The three framings as profiles of code, so that the emulator is tested apart from profile files. */
final class EmulatedProfiles {

    private EmulatedProfiles() {}

    static DeviceProfile bitalino() {
        return profile(
                "bitalino",
                1000,
                List.of(
                        channel("emg", Modality.EMG, Unit.MILLIVOLT, 3.3 / 1009 / 1024 * 1000, -1.63528, 0, 1023),
                        channel("ecg", Modality.ECG, Unit.MILLIVOLT, 3.3 / 1100 / 1024 * 1000, -1.5, 0, 1023),
                        channel("eda", Modality.EDA, Unit.MICROSIEMENS, 3.3 / 0.132 / 1024, 0, 0, 1023),
                        channel("resp", Modality.RESP, Unit.PERCENT, 100.0 / 1024, -50, 0, 1023)),
                new DeviceProfile.Find(List.of(), 0, new byte[] {7}, "BITalino_v[0-9.]+\n", 2000),
                commands(20, List.of(new byte[] {(byte) 0xC3}, new byte[] {0x3D}), List.of(new byte[] {(byte) 0xFF})),
                new DeviceProfile.FrameSettings(
                        "bitalino", 3, true, Map.of("emg", "A1", "ecg", "A2", "eda", "A3", "resp", "A4")));
    }

    static DeviceProfile cyton() {
        List<Channel> channels = new java.util.ArrayList<>();
        for (int i = 1; i <= 8; i++) {
            channels.add(channel(
                    "ch" + i,
                    i == 2 ? Modality.ECG : Modality.EMG,
                    Unit.MICROVOLT,
                    0.0223517445,
                    0,
                    -8388608,
                    8388607));
        }
        return profile(
                "openbci-cyton",
                250,
                channels,
                new DeviceProfile.Find(List.of("0403:6015"), 0, new byte[] {'v'}, "OpenBCI[\\s\\S]*?\\$\\$\\$", 5000),
                commands(0, List.of(new byte[] {'b'}), List.of(new byte[] {'s'})),
                new DeviceProfile.FrameSettings("openbci-cyton", 2));
    }

    static DeviceProfile lines(String... labels) {
        List<Channel> channels = java.util.Arrays.stream(labels)
                .map(l -> channel(l, Modality.AUX, Unit.RAW, 1, 0, Double.NaN, Double.NaN))
                .toList();
        return profile(
                "text-lines",
                0,
                channels,
                new DeviceProfile.Find(List.of(), 1500, new byte[0], "", 0),
                commands(0, List.of(), List.of()),
                new DeviceProfile.FrameSettings("lines", 1));
    }

    private static DeviceProfile.Commands commands(int gapMillis, List<byte[]> start, List<byte[]> stop) {
        return new DeviceProfile.Commands(start, stop, gapMillis, new byte[0], 0);
    }

    private static DeviceProfile profile(
            String id,
            double rateHz,
            List<Channel> channels,
            DeviceProfile.Find find,
            DeviceProfile.Commands commands,
            DeviceProfile.FrameSettings frame) {
        return new DeviceProfile(
                id,
                id,
                rateHz,
                DeviceProfile.Isolation.UNKNOWN,
                channels,
                new DeviceProfile.PortSettings(List.of(115200, 9600), "8N1", true, true, 0),
                find,
                commands,
                frame,
                "built-in",
                null);
    }

    private static Channel channel(
            String id, Modality modality, Unit unit, double scale, double offset, double lowest, double highest) {
        return new Channel(id, id, modality, unit, scale, offset, lowest, highest, Noise.UNKNOWN);
    }
}

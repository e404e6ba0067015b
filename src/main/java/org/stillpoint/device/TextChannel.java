package org.stillpoint.device;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.stillpoint.signal.Channel;
import org.stillpoint.signal.Modality;
import org.stillpoint.signal.Noise;
import org.stillpoint.signal.Unit;

/**
 * A channel of a device that prints lines, defined by a word: {@code ppg}, {@code emg_uV}, {@code 2},
 * {@code name=label} or {@code name=position}.
 *
 * <p>The unit is a suffix of the name ({@code _uV}, {@code _mV} …) or else sensor units; the role is guessed from the
 * name, and is auxiliary where it says nothing.
 *
 * @param field label or position in the line
 */
record TextChannel(Channel channel, String field) {

    /** Words in a name and what they stand for; the short ones must stand alone. */
    private record Guess(Modality modality, List<String> parts, List<String> whole) {}

    private static final List<Guess> GUESSES = List.of(
            new Guess(Modality.EMG, List.of("emg", "muscle", "envelope"), List.of("env")),
            new Guess(Modality.ECG, List.of("ecg", "ekg"), List.of()),
            new Guess(Modality.BPM, List.of("bpm"), List.of("hr")),
            new Guess(Modality.IBI, List.of("ibi"), List.of("rr")),
            new Guess(Modality.SPO2, List.of("spo2"), List.of()),
            new Guess(Modality.PPG, List.of("ppg", "pulse", "infrared"), List.of("ir", "red")),
            new Guess(Modality.RESP2, List.of("resp2", "breath2", "belt2"), List.of()),
            new Guess(Modality.RESP, List.of("resp", "breath", "belt"), List.of()),
            new Guess(Modality.TEMP, List.of("temp"), List.of()),
            new Guess(Modality.EDA, List.of("eda", "gsr", "skin"), List.of()),
            new Guess(Modality.ACC, List.of("accel"), List.of("acc", "ax", "ay", "az")),
            new Guess(Modality.MARKER, List.of("marker", "button", "trigger"), List.of()));

    static TextChannel of(String word) throws DeviceException {
        int equals = word.indexOf('=');
        String name = equals < 0 ? word : word.substring(0, equals);
        String field = equals < 0 ? word : word.substring(equals + 1);
        int bar = name.lastIndexOf('_');
        Optional<Unit> unit = bar > 0 ? Unit.ofSuffix(name.substring(bar + 1)) : Optional.empty();
        String id = unit.isPresent() ? name.substring(0, bar) : name;
        if (TextLineDecoder.isPosition(id)) {
            id = "ch" + id;
        }
        id = id.replaceAll("[^A-Za-z0-9_-]", "_");
        if (!id.matches("[A-Za-z_][A-Za-z0-9_-]{0,29}") || field.isEmpty()) {
            throw new DeviceException(
                    "\"" + word + "\" names no channel; expected a label such as ppg or emg_uV, a position"
                            + " such as 2, or both such as ppg=2.");
        }
        Channel channel =
                new Channel(id, id, role(id), unit.orElse(Unit.RAW), 1, 0, Double.NaN, Double.NaN, Noise.UNKNOWN);
        return new TextChannel(channel, field);
    }

    private static Modality role(String id) {
        String lower = id.toLowerCase(Locale.ROOT);
        List<String> words = List.of(lower.split("[^a-z0-9]+"));
        for (Guess guess : GUESSES) {
            if (guess.parts().stream().anyMatch(lower::contains)
                    || guess.whole().stream().anyMatch(words::contains)) {
                return guess.modality();
            }
        }
        return Modality.AUX;
    }
}

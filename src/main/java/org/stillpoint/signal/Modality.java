package org.stillpoint.signal;

import java.util.Locale;
import java.util.Optional;

/** What a channel measures; its {@link #id} is the word of profiles, the command line and exports. */
public enum Modality {
    EMG("muscle"),
    ECG("heart"),
    PPG("pulse"),
    EDA("skin"),
    RESP("breath"),
    RESP2("breath, second belt"),
    TEMP("temperature"),
    ACC("movement"),
    AUX("auxiliary"),
    MARKER("marker"),
    BPM("pulse rate"),
    IBI("beat interval"),
    SPO2("oxygen saturation");

    private final String word;

    Modality(String word) {
        this.word = word;
    }

    /** Lower-case word used in files and on the command line, for instance {@code ecg}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The word a therapist reads. */
    public String word() {
        return word;
    }

    /** The modality with this id, in any letter case; empty when there is none. */
    public static Optional<Modality> of(String id) {
        for (Modality modality : values()) {
            if (modality.id().equalsIgnoreCase(id)) {
                return Optional.of(modality);
            }
        }
        return Optional.empty();
    }
}

package org.stillpoint.ui.console;

import java.util.Locale;
import java.util.Set;
import org.stillpoint.signal.Channel;
import org.stillpoint.signal.Modality;

/** What is measured and where, under a channel's title: {@code EMG · right trapezius}; never the title once more. */
final class ChannelWords {

    /** Words of a channel's name that say nothing beyond its modality. */
    private static final Set<String> EMPTY =
            Set.of("muscle", "heart", "breath", "breathing", "pulse", "skin", "channel", "port", "signal", "sensor");

    private ChannelWords() {}

    static String of(Channel channel) {
        String what = what(channel.modality());
        StringBuilder where = new StringBuilder();
        for (String word : channel.name().replaceAll("[(),]", " ").strip().split("\\s+")) {
            if (!says(what, word)) {
                continue;
            }
            where.append(where.length() == 0 ? "" : " ").append(word);
        }
        return where.length() == 0 ? what : what + " · " + where;
    }

    private static boolean says(String what, String word) {
        String plain = word.toLowerCase(Locale.ROOT);
        return !plain.isEmpty()
                && !EMPTY.contains(plain)
                && !Set.of(what.toLowerCase(Locale.ROOT).split(" ")).contains(plain);
    }

    /** The technical word of a modality. */
    static String what(Modality modality) {
        return switch (modality) {
            case ECG -> "ECG";
            case PPG -> "pulse wave";
            case BPM -> "sent as a rate";
            case IBI -> "sent beat by beat";
            case SPO2 -> "oximeter";
            case RESP, RESP2 -> "belt";
            case EMG -> "EMG";
            case EDA -> "conductance";
            case TEMP -> "thermometer";
            case ACC -> "accelerometer";
            case AUX -> "input";
            case MARKER -> "digital";
        };
    }
}

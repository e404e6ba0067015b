package org.stillpoint.ui.patient;

import org.stillpoint.acquisition.Health;
import org.stillpoint.signal.Channel;
import org.stillpoint.signal.Modality;
import org.stillpoint.signal.Quality;
import org.stillpoint.training.Feedback;
import org.stillpoint.ui.LiveDevice;
import org.stillpoint.ui.LiveSession;

/** A calm sentence for the patient while a sensor gives nothing; it goes away by itself. */
final class SensorNote {

    private final LiveSession session;

    SensorNote(LiveSession session) {
        this.session = session;
    }

    /** Whether a device is away. */
    boolean gone() {
        for (LiveDevice device : session.devices()) {
            if (device.health().line() == Health.Line.LOST) {
                return true;
            }
        }
        return false;
    }

    /** The sentence; empty while breath and heart are there, or settle. A muscle's own display speaks for it. */
    String of(Feedback newest) {
        for (LiveDevice device : session.devices()) {
            for (int column = 0; column < device.profile().channels().size(); column++) {
                int line = device.firstLine() + column;
                if (line < newest.lines() && needsALook(Quality.values()[newest.lineQuality(line)])) {
                    String word = word(device.profile().channels().get(column));
                    if (!word.isEmpty()) {
                        return "The " + word + " needs a look.";
                    }
                }
            }
        }
        return "";
    }

    private static boolean needsALook(Quality quality) {
        return quality == Quality.LOST
                || quality == Quality.OFF
                || quality == Quality.RAILED
                || quality == Quality.FLAT;
    }

    private static String word(Channel channel) {
        Modality modality = channel.modality();
        return switch (modality) {
            case RESP, RESP2 -> "breathing belt";
            case ECG, PPG, IBI, BPM -> "heart sensor";
            default -> "";
        };
    }
}

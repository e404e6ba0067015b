package org.stillpoint.ui.patient;

import java.util.Set;
import org.stillpoint.acquisition.Health;
import org.stillpoint.signal.Channel;
import org.stillpoint.signal.Modality;
import org.stillpoint.signal.Quality;
import org.stillpoint.training.Feedback;
import org.stillpoint.ui.LiveDevice;
import org.stillpoint.ui.LiveSession;

/** A calm sentence for the patient while a sensor gives nothing; it goes away by itself. */
final class SensorNote {

    private static final String HEART = "heart sensor";

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

    /** Whether anything is worn that sees the heart. */
    boolean heartIsWorn() {
        for (LiveDevice device : session.devices()) {
            for (Channel channel : device.profile().channels()) {
                if (word(channel.modality()).equals(HEART)) {
                    return true;
                }
            }
        }
        return false;
    }

    /**
     * The sentence; empty while all that the display shows is there, or settles.
     *
     * @param shown what the display shows and does not speak for itself: nobody is told of a sensor that they do not look at
     */
    String of(Feedback newest, Set<Modality> shown) {
        for (LiveDevice device : session.devices()) {
            for (int column = 0; column < device.profile().channels().size(); column++) {
                int line = device.firstLine() + column;
                Modality modality = device.profile().channels().get(column).modality();
                if (line < newest.lines()
                        && shown.contains(modality)
                        && needsALook(Quality.values()[newest.lineQuality(line)])) {
                    String word = word(modality);
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

    private static String word(Modality modality) {
        return switch (modality) {
            case RESP, RESP2 -> "breathing belt";
            case ECG, PPG, IBI, BPM -> HEART;
            default -> "";
        };
    }
}

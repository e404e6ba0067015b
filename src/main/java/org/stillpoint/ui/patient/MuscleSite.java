package org.stillpoint.ui.patient;

import java.util.Locale;
import org.stillpoint.signal.Modality;
import org.stillpoint.ui.LiveDevice;
import org.stillpoint.ui.LiveSession;

/** A muscle in the patient's words: "right trapezius" is "right shoulder". */
final class MuscleSite {

    private MuscleSite() {}

    /** Site of the session's first muscle channel; empty when there is none or it is only a number. */
    static String of(LiveSession session) {
        return site(session, 0);
    }

    /** Site of the second one, in the same way. */
    static String second(LiveSession session) {
        return site(session, 1);
    }

    private static String site(LiveSession session, int which) {
        return session.devices().stream()
                .flatMap(device -> device.profile().channels().stream())
                .filter(channel -> channel.modality() == Modality.EMG)
                .skip(which)
                .findFirst()
                .map(channel -> plain(channel.name()))
                .orElse("");
    }

    /** Line of the session's first muscle channel; -1 when there is none. */
    static int line(LiveSession session) {
        for (LiveDevice device : session.devices()) {
            for (int column = 0; column < device.profile().channels().size(); column++) {
                if (device.profile().channels().get(column).modality() == Modality.EMG) {
                    return device.firstLine() + column;
                }
            }
        }
        return -1;
    }

    static String plain(String name) {
        String word = name.toLowerCase(Locale.ROOT)
                .replace("upper ", "")
                .replace("trapezius", "shoulder")
                .replace("frontalis", "forehead")
                .replace("masseter", "jaw")
                .replace("temporalis", "temple");
        return word.matches("[a-zäöüß ]+") && !word.contains("emg") && !word.equals("muscle") ? word : "";
    }
}

package org.stillpoint.ui.console;

import java.util.Locale;
import org.stillpoint.signal.Channel;
import org.stillpoint.signal.Modality;
import org.stillpoint.ui.LiveDevice;
import org.stillpoint.ui.LiveSession;

/** A muscle in the patient's words: "right trapezius" is "right shoulder". */
public final class MuscleSite {

    private MuscleSite() {}

    /** Site of the session's first muscle channel; empty when there is none or it is only a number. */
    public static String of(LiveSession session) {
        for (LiveDevice device : session.devices()) {
            for (Channel channel : device.profile().channels()) {
                if (channel.modality() == Modality.EMG) {
                    return plain(channel.name());
                }
            }
        }
        return "";
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

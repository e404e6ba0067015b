package org.stillpoint.ui;

import java.util.Locale;
import org.stillpoint.training.Protocol;

/**
 * How the screens look and sound on this station; nothing in it says anything of a person.
 *
 * @param console look of the therapist's window
 * @param patient look of the patient's window
 * @param numbers small figures for the patient
 * @param stillMotion the patient's shapes change their fill and not their place
 * @param sound breathing sounds
 * @param volume of them, 0 … 1
 */
public record ViewSettings(
        Theme console, Theme patient, boolean numbers, boolean stillMotion, boolean sound, double volume) {

    /** Steps of the volume, as offered. */
    public static final double[] VOLUMES = {0.25, 0.6, 1};

    private static final String CONSOLE = "console-theme";
    private static final String PATIENT = "patient-theme";
    private static final String NUMBERS = "patient-numbers";
    private static final String STILL = "patient-still-motion";
    private static final String SOUND = "sound";
    private static final String VOLUME = "sound-volume";

    /** As it is before anyone chose: no numbers, sound at a middle volume. */
    public static ViewSettings usual(Theme console, Theme patient) {
        return new ViewSettings(console, patient, false, false, true, VOLUMES[1]);
    }

    /** As remembered; what was never chosen, or cannot be understood, is as usual. May block. */
    public static ViewSettings remembered(StationControl station) {
        String patient = station.setting(PATIENT);
        return new ViewSettings(
                Theme.of(station.setting(CONSOLE)),
                patient.isEmpty() ? Theme.DARK : Theme.of(patient),
                "on".equals(station.setting(NUMBERS)),
                "on".equals(station.setting(STILL)),
                !"off".equals(station.setting(SOUND)),
                volume(station.setting(VOLUME)));
    }

    /** Remembers all of it. May block. @throws Exception with a sentence when it could not be kept */
    public void remember(StationControl station) throws Exception {
        station.setting(CONSOLE, console.id());
        station.setting(PATIENT, patient.id());
        station.setting(NUMBERS, word(numbers));
        station.setting(STILL, word(stillMotion));
        station.setting(SOUND, word(sound));
        station.setting(VOLUME, String.format(Locale.ROOT, "%.2f", volume));
    }

    private static String word(boolean on) {
        return on ? "on" : "off";
    }

    private static double volume(String text) {
        try {
            double share = Double.parseDouble(text);
            return share >= 0 && share <= 1 ? share : VOLUMES[1];
        } catch (NumberFormatException notANumber) {
            return VOLUMES[1];
        }
    }

    /** The same for a session of this protocol: one that is dim is so for the patient, unless high contrast is needed. */
    public ViewSettings forSession(Protocol protocol) {
        return protocol.dim() && patient != Theme.CONTRAST ? withPatient(Theme.EVENING) : this;
    }

    public ViewSettings withConsole(Theme theme) {
        return new ViewSettings(theme, patient, numbers, stillMotion, sound, volume);
    }

    public ViewSettings withPatient(Theme theme) {
        return new ViewSettings(console, theme, numbers, stillMotion, sound, volume);
    }

    public ViewSettings withNumbers(boolean on) {
        return new ViewSettings(console, patient, on, stillMotion, sound, volume);
    }

    public ViewSettings withStillMotion(boolean on) {
        return new ViewSettings(console, patient, numbers, on, sound, volume);
    }

    public ViewSettings withSound(boolean on) {
        return new ViewSettings(console, patient, numbers, stillMotion, on, volume);
    }

    /** With sound, a step louder or softer. */
    public ViewSettings louder(boolean louder) {
        int step = 0;
        while (step < VOLUMES.length - 1 && VOLUMES[step] < volume) {
            step++;
        }
        int next = Math.max(0, Math.min(VOLUMES.length - 1, step + (louder ? 1 : -1)));
        return withSound(true).withVolume(VOLUMES[next]);
    }

    public ViewSettings withVolume(double share) {
        return new ViewSettings(console, patient, numbers, stillMotion, sound, share);
    }
}

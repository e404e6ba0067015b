package org.stillpoint.ui;

/** Distress before and after: when it is high or has risen, an exercise is followed by rest and not by more of it. */
final class DistressWatch {

    private static final int HIGH = 7;
    private static final int RISEN = 3;

    private static final String STOP =
            "Stop here. Let your breath come and go as it likes. Feel your feet on the floor and look around the room.";

    private int before = -1;
    private String alarm = "";

    /** @param exercised whether an exercise has begun */
    void number(int number, boolean exercised) {
        if (!exercised) {
            before = number;
            return;
        }
        boolean risen = before >= 0 && number - before >= RISEN;
        alarm = number >= HIGH || risen ? "Distress " + number + (before >= 0 ? ", " + before + " before" : "") : "";
    }

    /** For the recording; empty unless distress is high or has risen. */
    String mark() {
        return alarm.isEmpty() ? "" : "stop and breathe: d" + alarm.substring(1);
    }

    /** For the patient. */
    String sentence() {
        return alarm.isEmpty() ? "" : STOP;
    }

    /** For the therapist. */
    String alarm() {
        return alarm.isEmpty()
                ? ""
                : alarm + ". Stop the exercise here, stay with the person and let the breath go free; nothing more is"
                        + " trained today.";
    }
}

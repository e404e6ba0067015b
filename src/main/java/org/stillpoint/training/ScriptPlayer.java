package org.stillpoint.training;

import java.util.Set;

/** Where a script is: its step, and for how long. Steps of body groups that are left out are passed over. One thread. */
final class ScriptPlayer {

    private Script script;
    private boolean[] leftOut = new boolean[0];
    private int place;
    private double elapsedSeconds;
    private String audio = "";
    private double audioSeconds;

    /**
     * From its first step.
     *
     * @param without body groups that are left out: a whole name as {@code right-hand}, or a part of it as {@code hand}
     */
    void begin(Script played, Set<String> without) {
        script = played;
        leaveOut(without);
        place = -1;
        audio = "";
        next();
    }

    /** Another choice of groups, for the steps that are still to come. */
    void leaveOut(Set<String> without) {
        if (script == null) {
            return;
        }
        leftOut = new boolean[script.steps().size()];
        for (int i = 0; i < leftOut.length; i++) {
            leftOut[i] = among(script.steps().get(i).group(), without);
        }
    }

    /** Whether a body group or a part of its name is among these. */
    static boolean among(String group, Set<String> groups) {
        if (group.isEmpty() || groups.isEmpty()) {
            return false;
        }
        boolean found = groups.contains(group);
        for (String part : group.split("-")) {
            found |= groups.contains(part);
        }
        return found;
    }

    void end() {
        script = null;
        audio = "";
    }

    boolean playing() {
        return script != null && place < script.steps().size();
    }

    /** Whether it came to its end. */
    boolean over() {
        return script != null && place >= script.steps().size();
    }

    Script.Step step() {
        return script.steps().get(place);
    }

    Script script() {
        return script;
    }

    void pass(double seconds) {
        elapsedSeconds += seconds;
        audioSeconds += seconds;
    }

    /** Since the step began, without held time. */
    double elapsedSeconds() {
        return elapsedSeconds;
    }

    /** From the step's beginning. */
    void again() {
        elapsedSeconds = 0;
        hear();
    }

    /** The newest sound that a step named: it rings out over later steps that name none. Empty = none. */
    String audio() {
        return audio;
    }

    /** Since that sound began, without held time. */
    double audioSeconds() {
        return audioSeconds;
    }

    private void hear() {
        if (playing() && !step().audio().isEmpty()) {
            audio = step().audio();
            audioSeconds = 0;
        }
    }

    /** To the next step that is not left out. */
    void next() {
        elapsedSeconds = 0;
        do {
            place++;
        } while (place < leftOut.length && leftOut[place]);
        hear();
    }
}

package org.stillpoint.ui.console;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.stillpoint.care.Goal;
import org.stillpoint.signal.Modality;
import org.stillpoint.training.Feedback;
import org.stillpoint.ui.LiveDevice;
import org.stillpoint.ui.LiveSession;
import org.stillpoint.ui.MeasureLabel;

/**
 * The one measure that the columns of a session are of, as its protocol's goal and display name it. The muscle is read from
 * the feedback's own level, all else from the measures.
 *
 * @param id of the measure, without its channel
 * @param title {@code Swing per breath}
 * @param meter its place among the measures; -1 = the muscle's level
 * @param modality whose colour it has
 * @param sinks whether training makes it smaller
 */
record TrainedSignal(String id, String title, String unit, int meter, Modality modality, boolean sinks) {

    static final TrainedSignal NONE = new TrainedSignal("", "", "", Integer.MAX_VALUE, Modality.AUX, false);

    /** A channel may stand behind the id of each. */
    private static final Set<String> SINKING = Set.of(
            "muscle", "muscle_recovery", "asymmetry", "breathing_rate", "heart_rate", "conductance", "skin_responses");

    private static final Set<String> QUICK = Set.of("swing", "heart_rate", "breathing_rate");

    /** Of a session; {@link #NONE} when no measure of its goal is there. */
    static TrainedSignal of(LiveSession session) {
        List<String> ids = session.measures().stream().map(MeasureLabel::id).toList();
        int place = Goal.headline(session.protocol(), ids);
        if (place < 0) {
            return NONE;
        }
        MeasureLabel label = session.measures().get(place);
        String measure = plain(label.id());
        if (measure.equals("muscle") && wearsMuscle(session)) {
            return muscle();
        }
        return new TrainedSignal(
                measure, label.name(), label.unit(), place, modality(measure), SINKING.contains(measure));
    }

    /** The muscle's level. */
    static TrainedSignal muscle() {
        return new TrainedSignal("muscle", "Muscle", "µV", -1, Modality.EMG, true);
    }

    private static String plain(String id) {
        int at = id.indexOf('@');
        return (at < 0 ? id : id.substring(0, at)).replace('-', '_').toLowerCase(Locale.ROOT);
    }

    private static boolean wearsMuscle(LiveSession session) {
        return session.devices().stream()
                .map(LiveDevice::profile)
                .flatMap(profile -> profile.channels().stream())
                .anyMatch(channel -> channel.modality() == Modality.EMG);
    }

    private static Modality modality(String measure) {
        return switch (measure) {
            case "muscle", "muscle_recovery", "muscle_rest", "muscle_gaps", "asymmetry" -> Modality.EMG;
            case "conductance", "skin_responses" -> Modality.EDA;
            case "temperature" -> Modality.TEMP;
            case "breathing_rate", "with_pacer" -> Modality.RESP;
            default -> Modality.ECG;
        };
    }

    boolean there() {
        return this != NONE;
    }

    boolean isMuscle() {
        return meter == -1;
    }

    /** Whether it has one value a breath. */
    boolean ofBreaths() {
        return id.equals("swing");
    }

    /** Whether it moves over minutes, or is of a window of minutes. */
    boolean slow() {
        return !isMuscle() && !QUICK.contains(id);
    }

    /** Now; NaN while it is absent. */
    double value(Feedback newest) {
        if (isMuscle()) {
            return newest.trainedMicrovolts();
        }
        return meter < newest.meters() ? newest.meterValue(meter) : Double.NaN;
    }
}

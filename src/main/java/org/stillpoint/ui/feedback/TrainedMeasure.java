package org.stillpoint.ui.feedback;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.stillpoint.signal.Modality;
import org.stillpoint.ui.LiveDevice;
import org.stillpoint.ui.LiveSession;
import org.stillpoint.ui.MeasureLabel;

/**
 * A measure that can be the one goal of an exercise, as the patient reads it.
 *
 * @param name in the patient's words, for instance {@code warmth of the hand}
 * @param unit beside its number, for instance {@code °C}
 * @param decimals of its number
 * @param modality its colour
 * @param line of its channel; -1 when there is none
 * @param span its column is at least so high, in its unit
 * @param fromZero whether the column begins at zero; otherwise its foot goes with the value
 */
public record TrainedMeasure(
        String name, String unit, int decimals, Modality modality, int line, double span, boolean fromZero) {

    /** Of all measures of a session, in the order of the feedback's meters. */
    public static List<TrainedMeasure> of(LiveSession session) {
        List<TrainedMeasure> all = new ArrayList<>();
        for (MeasureLabel label : session.measures()) {
            all.add(of(label, session));
        }
        return all;
    }

    private static TrainedMeasure of(MeasureLabel label, LiveSession session) {
        String id = label.id().replaceFirst("@.*", "");
        return switch (id) {
            case "temperature" ->
                new TrainedMeasure(
                        "warmth of the hand", label.unit(), 1, Modality.TEMP, line(session, Modality.TEMP), 2.5, false);
            case "conductance" ->
                new TrainedMeasure(
                        "activity of the skin", label.unit(), 1, Modality.EDA, line(session, Modality.EDA), 4, true);
            case "breathing_rate", "breathing-rate" ->
                new TrainedMeasure(
                        "breaths a minute", label.unit(), 0, Modality.RESP, line(session, Modality.RESP), 20, true);
            default ->
                new TrainedMeasure(
                        label.name().toLowerCase(Locale.ROOT),
                        label.unit(),
                        label.decimals(),
                        Modality.AUX,
                        -1,
                        1,
                        true);
        };
    }

    private static int line(LiveSession session, Modality modality) {
        for (LiveDevice device : session.devices()) {
            for (int column = 0; column < device.profile().channels().size(); column++) {
                Modality there = device.profile().channels().get(column).modality();
                if (there == modality || modality == Modality.RESP && there == Modality.RESP2) {
                    return device.firstLine() + column;
                }
            }
        }
        return -1;
    }
}

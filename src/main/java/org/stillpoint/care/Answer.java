package org.stillpoint.care;

import java.util.ArrayList;
import java.util.List;
import org.stillpoint.signal.Marker;

/**
 * What the patient answered in words.
 *
 * @param tSeconds when
 * @param phase title of the phase it was said in
 * @param question its id
 * @param words what was said; may hold a person's words, so it never goes to a log
 */
public record Answer(double tSeconds, String phase, String question, String words) {

    /** All answers of a session, in their order. */
    static List<Answer> of(List<Marker> markers) {
        List<Answer> answers = new ArrayList<>();
        String phase = "";
        for (Marker marker : markers) {
            int colon = marker.label().indexOf(": ");
            if (marker.kind().equals("phase")) {
                phase = marker.label();
            } else if (marker.kind().equals("answer") && colon > 0) {
                answers.add(new Answer(
                        marker.tSeconds(),
                        phase,
                        marker.label().substring(0, colon),
                        marker.label().substring(colon + 2)));
            }
        }
        return answers;
    }
}

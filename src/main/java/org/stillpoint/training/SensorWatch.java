package org.stillpoint.training;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.IntPredicate;
import org.stillpoint.metric.Pipeline;
import org.stillpoint.signal.Marker;

/**
 * Sees when a sensor that an exercise judges by is not there, or comes off on the way: says so to the therapist and writes
 * down when it went and when it came back. The exercise leads on; without values it judges nothing.
 *
 * <p>A sensor is away after {@link #AWAY_SECONDS} in which none of its channels gave anything, and back after {@link
 * #BACK_SECONDS} in which one did, so that a touch is no event. On training's thread; allocates only when that changes.
 */
final class SensorWatch {

    static final double AWAY_SECONDS = 5;
    static final double BACK_SECONDS = 2;

    /** What was missing from the start is told for so long; then what the exercises have to say is read again. */
    private static final double TOLD_SECONDS = 60;

    /** One need, the lines that serve it, and how it stands. */
    private static final class Watched {

        private final int[] lines;
        private final String label;
        private final String note;
        private double otherwiseSince = Double.NaN;
        private boolean away;

        Watched(SensorNeeds.Need need, Pipeline pipeline) {
            lines = pipeline.linesOf(need.oneOf());
            String sensor = SensorNeeds.words(need.oneOf());
            label = need.exercise().id() + ": " + sensor;
            note = need.exercise().name()
                    + (lines.length == 0 ? " runs without a " : " goes on without its ")
                    + sensor + ": " + need.exercise().without() + ".";
        }

        private boolean gives(IntPredicate lineGives) {
            for (int line : lines) {
                if (lineGives.test(line)) {
                    return true;
                }
            }
            return false;
        }
    }

    private final List<Watched> watched;
    private final IntPredicate lineGives;
    private final Queue<Marker> markers = new ConcurrentLinkedQueue<>();
    private String told = "";
    private String under = "";
    private double beganSeconds = Double.NaN;

    /** @param lineGives whether a line gives anything now */
    SensorWatch(Protocol protocol, Pipeline pipeline, IntPredicate lineGives) {
        this.lineGives = lineGives;
        watched = SensorNeeds.of(protocol).stream()
                .map(need -> new Watched(need, pipeline))
                .toList();
    }

    /** After each tick of the exercises. */
    void look(double tSeconds, Feedback feedback) {
        beganSeconds = beganSeconds == beganSeconds ? beganSeconds : tSeconds;
        String now = "";
        for (int i = 0; i < watched.size(); i++) {
            Watched one = watched.get(i);
            boolean tells = one.lines.length == 0 ? tSeconds - beganSeconds < TOLD_SECONDS : away(one, tSeconds);
            now = tells && now.isEmpty() ? one.note : now;
        }
        tell(now, feedback);
    }

    private boolean away(Watched one, double tSeconds) {
        if (one.gives(lineGives) != one.away) {
            one.otherwiseSince = Double.NaN;
        } else if (Double.isNaN(one.otherwiseSince)) {
            one.otherwiseSince = tSeconds;
        } else if (tSeconds - one.otherwiseSince >= (one.away ? BACK_SECONDS : AWAY_SECONDS)) {
            markers.add(new Marker(one.otherwiseSince, one.away ? "sensor-back" : "sensor-away", one.label));
            one.away = !one.away;
            one.otherwiseSince = Double.NaN;
        }
        return one.away;
    }

    /** What an exercise has to say stands under it and is read again when the sensor is back. */
    private void tell(String now, Feedback feedback) {
        if (told.isEmpty() || !feedback.note.equals(told)) {
            under = feedback.note;
        }
        if (!now.isEmpty()) {
            feedback.note = now;
        } else if (!told.isEmpty()) {
            feedback.note = under;
        }
        told = now;
    }

    /** What belongs into the recording; null = nothing. Any one thread. */
    Marker pollMarker() {
        return markers.poll();
    }
}

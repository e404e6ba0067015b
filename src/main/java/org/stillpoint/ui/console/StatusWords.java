package org.stillpoint.ui.console;

import java.util.List;
import java.util.Locale;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.stillpoint.acquisition.Clock;
import org.stillpoint.acquisition.Health;
import org.stillpoint.signal.Quality;
import org.stillpoint.training.Feedback;
import org.stillpoint.ui.LiveDevice;
import org.stillpoint.ui.LiveSession;

/** How recording and sensors of a running session are, in words for the top of the console. JavaFX thread only. */
final class StatusWords {

    private final LiveSession session;
    private final List<ChannelState> channels;
    private final Clock clock;
    private final ReadOnlyStringWrapper recording = new ReadOnlyStringWrapper("Recording 0:00");
    private final ReadOnlyStringWrapper delay = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper sensors = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private double delayMillis = Double.NaN;

    StatusWords(LiveSession session, List<ChannelState> channels, Clock clock) {
        this.session = session;
        this.channels = channels;
        this.clock = clock;
    }

    /** Says all anew. @param alarm what a person has just said that comes before the sensors; empty = nothing */
    void say(Feedback newest, String alarm) {
        recording.set("Recording " + SessionViewModel.clockText(newest.tSeconds()));
        delay.set(
                channels.isEmpty()
                        ? ""
                        : Double.isNaN(delayMillis) || delayMillis > 1000
                                ? "no new data"
                                : String.format(Locale.ROOT, "delay %.0f ms", Math.max(0, delayMillis)));
        sensors.set(sensorsInAWord());
        problem.set(problemNow(alarm));
    }

    /** Follows how old what is newest is; once a frame. */
    void follow(Feedback newest) {
        if (newest.newestSampleNanos() != 0) {
            double now = (clock.nanos() - newest.newestSampleNanos()) / 1e6;
            delayMillis = Double.isNaN(delayMillis) || now > 500 ? now : delayMillis + 0.05 * (now - delayMillis);
        }
    }

    private String sensorsInAWord() {
        long good = channels.stream()
                .filter(channel -> channel.standing().get() == Standing.GOOD)
                .count();
        if (channels.isEmpty()) {
            return "no sensor";
        }
        if (good == channels.size()) {
            return good == 1 ? "sensor good" : good + " sensors good";
        }
        return good + " of " + channels.size() + " sensors good";
    }

    private String problemNow(String alarm) {
        String said = session.recording().problem();
        if (!said.isEmpty()) {
            return said;
        }
        for (LiveDevice device : session.devices()) {
            Health health = device.health();
            String name = device.profile().name();
            if (health.line() == Health.Line.LOST) {
                return health.message().isEmpty()
                        ? name + " is gone. The exercise leads on without it; it is found by itself when it is back."
                        : health.message();
            }
            if (health.line() == Health.Line.STALE) {
                return name + " has sent nothing for a moment. Check its cable and its battery.";
            }
        }
        if (!alarm.isEmpty()) {
            return alarm;
        }
        for (ChannelState channel : channels) {
            Quality quality = channel.quality();
            if (quality == Quality.LOST || quality == Quality.OFF || quality == Quality.RAILED) {
                return channel.title() + ", " + channel.channel().name() + ": " + quality.word()
                        + ". Look at the electrode or belt and its cable.";
            }
        }
        return "";
    }

    ReadOnlyStringProperty recording() {
        return recording.getReadOnlyProperty();
    }

    ReadOnlyStringProperty delay() {
        return delay.getReadOnlyProperty();
    }

    ReadOnlyStringProperty sensors() {
        return sensors.getReadOnlyProperty();
    }

    /** One calm sentence; empty while all is well. */
    ReadOnlyStringProperty problem() {
        return problem.getReadOnlyProperty();
    }
}

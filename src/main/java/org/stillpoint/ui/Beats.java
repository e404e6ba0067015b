package org.stillpoint.ui;

import org.stillpoint.acquisition.EventRing;
import org.stillpoint.metric.Event;
import org.stillpoint.signal.Channel;
import org.stillpoint.signal.Modality;

/**
 * The heart's beats of a session, each with its own time, in the order in which they were found; one that came while the
 * screen stood still is not missed. One reader, one thread.
 */
public final class Beats {

    private static final double LOWEST_PER_MINUTE = 20;
    private static final double HIGHEST_PER_MINUTE = 240;

    private final EventRing.Cursor events;
    private final int kind;
    private double ratePerMinute = Double.NaN;

    private Beats(EventRing events, Event kind) {
        this.events = events.cursor();
        this.kind = kind.ordinal();
    }

    /** The beats that are still there, and those to come: R waves or sent intervals; pulse waves where there are none. */
    public static Beats of(LiveSession session) {
        boolean heart = false;
        for (LiveDevice device : session.devices()) {
            for (Channel channel : device.profile().channels()) {
                heart |= channel.modality() == Modality.ECG || channel.modality() == Modality.IBI;
            }
        }
        return new Beats(session.events(), heart ? Event.BEAT : Event.PULSE);
    }

    /** No beat, ever. */
    public static Beats none() {
        return new Beats(new EventRing(2), Event.BEAT);
    }

    /** Goes to the next beat, if there is one. */
    public boolean next() {
        while (events.advance()) {
            if (events.kind() == kind) {
                double rate = 60_000 / events.value();
                ratePerMinute = rate >= LOWEST_PER_MINUTE && rate <= HIGHEST_PER_MINUTE ? rate : Double.NaN;
                return true;
            }
        }
        return false;
    }

    /** Seconds since the session's start. */
    public double tSeconds() {
        return events.tSeconds();
    }

    /** Heart rate of the interval that this beat ended; NaN when it has none that a heart could have. */
    public double ratePerMinute() {
        return ratePerMinute;
    }
}

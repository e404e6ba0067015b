package org.stillpoint.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.stillpoint.metric.Event;

class BeatsTest {

    private final SyntheticSession session = new SyntheticSession();

    @Test
    void beatsOfAStallAreThereAfterwardsAtTheirOwnTimes() {
        Beats beats = Beats.of(session.live);
        session.runTo(30);
        int count = 0;
        double before = 0;
        while (beats.next()) {
            assertThat(beats.tSeconds()).isGreaterThan(before);
            before = beats.tSeconds();
            count++;
        }
        assertThat(count).isBetween(28, 38);
    }

    @Test
    void pulseWavesAreLeftOutWhereThereIsAnEcg() {
        Beats beats = Beats.of(session.live);
        session.events.publish(Event.PULSE.ordinal(), 1, 900, 0);
        session.events.publish(Event.BREATH.ordinal(), 1, 900, 0);
        assertThat(beats.next()).isFalse();
    }

    @Test
    void intervalNoHeartCanHaveHasNoRate() {
        Beats beats = Beats.of(session.live);
        session.events.publish(Event.BEAT.ordinal(), 1, 90, 0);
        assertThat(beats.next()).isTrue();
        assertThat(beats.ratePerMinute()).isNaN();
    }
}

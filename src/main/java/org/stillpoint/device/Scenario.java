package org.stillpoint.device;

import java.util.Locale;
import java.util.Optional;

/** What an emulated device measures when it plays no recording; {@link #id} is the word of the command line. */
public enum Scenario {
    /** Every code is its sample's number. */
    RAMP,
    /** Quiet sitting. */
    REST,
    /** Raised shoulders. */
    TENSE,
    /** Breathing six times a minute. */
    SLOW_BREATHING,
    /** A hard task. */
    STRESS,
    /** Quiet sitting; the electrodes come off for five seconds in every twenty. */
    LEAD_OFF;

    /** For instance {@code slow-breathing}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The scenario with this id; empty when there is none. */
    public static Optional<Scenario> of(String id) {
        for (Scenario scenario : values()) {
            if (scenario.id().equals(id)) {
                return Optional.of(scenario);
            }
        }
        return Optional.empty();
    }
}

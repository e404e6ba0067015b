package org.stillpoint.metric;

import java.util.Locale;

/** The band that is chosen for muscles; what rate and front end do not allow is not given, and the name says so. */
public enum MuscleBand {
    /** 20 to 500 Hz. */
    WIDE(20, 500),
    /** 100 to 200 Hz, which holds less of the heart and the mains; its µV are lower. */
    NARROW(100, 200);

    private final double lowHz;
    private final double highHz;

    MuscleBand(double lowHz, double highHz) {
        this.lowHz = lowHz;
        this.highHz = highHz;
    }

    double lowHz() {
        return lowHz;
    }

    double highHz() {
        return highHz;
    }

    /** The word of settings and of the command line. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}

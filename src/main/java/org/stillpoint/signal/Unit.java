package org.stillpoint.signal;

import java.util.Optional;

/** Unit of a channel's values; {@link #suffix} is the closed list of column suffixes in files. */
public enum Unit {
    MICROVOLT("uV", "µV", 1e-6),
    MILLIVOLT("mV", "mV", 1e-3),
    VOLT("V", "V", 1),
    MICROSIEMENS("uS", "µS", Double.NaN),
    DEGREE_CELSIUS("degC", "°C", Double.NaN),
    PERCENT("pct", "%", Double.NaN),
    MILLISECOND("ms", "ms", Double.NaN),
    BEATS_PER_MINUTE("bpm", "/min", Double.NaN),
    RAW("raw", "sensor units", Double.NaN);

    private final String suffix;
    private final String label;
    private final double volts;

    Unit(String suffix, String label, double volts) {
        this.suffix = suffix;
        this.label = label;
        this.volts = volts;
    }

    /** ASCII word in column names and profiles, for instance {@code uV}. */
    public String suffix() {
        return suffix;
    }

    /** What a person reads. */
    public String label() {
        return label;
    }

    /** Factor from this unit to {@code other}; NaN when they do not measure the same thing. */
    public double factorTo(Unit other) {
        return this == other ? 1 : volts / other.volts;
    }

    /** The unit with this suffix (also {@code %}), letter case counts; empty when there is none. */
    public static Optional<Unit> ofSuffix(String suffix) {
        for (Unit unit : values()) {
            if (unit.suffix.equals(suffix) || unit == PERCENT && "%".equals(suffix)) {
                return Optional.of(unit);
            }
        }
        return Optional.empty();
    }
}

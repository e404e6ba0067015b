package org.stillpoint.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.stillpoint.signal.Channel;
import org.stillpoint.signal.Modality;
import org.stillpoint.signal.Noise;
import org.stillpoint.signal.Unit;

/**
 * Which column of a file plays which role: {@code ecg=ecg_mV,emg=ch1*0.1}.
 *
 * @param role one of {@link #ROLES}
 * @param column name in the header
 * @param factor what its numbers are multiplied by
 */
record ColumnMap(String role, String column, double factor) {

    static final List<String> ROLES =
            List.of("ecg", "ppg", "emg", "resp", "resp2", "eda", "temp", "rr", "beats", "label");

    private static final List<String> SEVERAL = List.of("emg", "eda", "temp");

    /** @throws IllegalArgumentException with a sentence if the text is not such a list */
    static List<ColumnMap> parse(String text) {
        List<ColumnMap> maps = new ArrayList<>();
        for (String piece : text.split(",")) {
            int is = piece.indexOf('=');
            String role = is < 0 ? "" : piece.substring(0, is).strip().toLowerCase(Locale.ROOT);
            if (!ROLES.contains(role)) {
                throw new IllegalArgumentException("--map needs ROLE=COLUMN with one of the roles "
                        + String.join(", ", ROLES) + ", not \"" + piece.strip() + "\".");
            }
            String column = piece.substring(is + 1).strip();
            double factor = 1;
            int star = column.lastIndexOf('*');
            if (star > 0) {
                try {
                    factor = Double.parseDouble(column.substring(star + 1).strip());
                } catch (NumberFormatException e) {
                    throw new IllegalArgumentException("\"" + column.substring(star + 1) + "\" is no factor.", e);
                }
                column = column.substring(0, star).strip();
            }
            if (column.isEmpty() || !Double.isFinite(factor)) {
                throw new IllegalArgumentException("--map has no column for the role " + role + ".");
            }
            if (!SEVERAL.contains(role)
                    && maps.stream().anyMatch(one -> one.role().equals(role))) {
                throw new IllegalArgumentException(
                        "--map names two columns for the role " + role + "; only emg, eda and temp may have several.");
            }
            maps.add(new ColumnMap(role, column, factor));
        }
        return maps;
    }

    /** The kind of signal; empty for intervals, beats and labels. */
    Optional<Modality> modality() {
        return switch (role) {
            case "rr", "beats", "label" -> Optional.empty();
            default -> Modality.of(role);
        };
    }

    /** The unit in the column's suffix; sensor units where there is none. */
    Unit unit() {
        int dash = column.lastIndexOf('_');
        return dash < 0 ? Unit.RAW : Unit.ofSuffix(column.substring(dash + 1)).orElse(Unit.RAW);
    }

    /** What the column's numbers are multiplied by to come into {@link #channel}'s unit. */
    double scale() {
        double toMicrovolts = unit().factorTo(Unit.MICROVOLT);
        return factor * (electric() && toMicrovolts > 0 ? toMicrovolts : 1);
    }

    private boolean electric() {
        return role.equals("ecg") || role.equals("emg");
    }

    /** A channel whose codes are the column's numbers; ECG and EMG in µV where the suffix names a voltage. */
    Channel channel() {
        Unit unit = electric() && unit().factorTo(Unit.MICROVOLT) > 0 ? Unit.MICROVOLT : unit();
        return new Channel(
                column,
                modality().map(Modality::word).orElse(role),
                modality().orElse(Modality.AUX),
                unit,
                scale(),
                0,
                Double.NaN,
                Double.NaN,
                Noise.UNKNOWN);
    }
}

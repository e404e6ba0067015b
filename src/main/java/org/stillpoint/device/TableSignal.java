package org.stillpoint.device;

import java.util.List;
import org.stillpoint.signal.Channel;
import org.stillpoint.signal.Unit;

/**
 * A recording played into a device: sample k carries row floor(k * fileHz / deviceHz), looped, turned into codes and
 * clipped to their range. Inputs without a column stay at value 0; a missing value repeats the one before it.
 */
final class TableSignal implements EmulatedSignal {

    private final List<Channel> inputs;
    private final SignalTable table;
    private final double rowsPerSample;
    private final int[] columns;
    private final double[] factors;
    private final double[] newest;

    /**
     * @param factors per input: from the column's number to the input's unit
     * @param columns per input: place in the table, -1 = none
     */
    private TableSignal(
            List<Channel> inputs, SignalTable table, double rowsPerSample, int[] columns, double[] factors) {
        this.inputs = inputs;
        this.table = table;
        this.rowsPerSample = rowsPerSample;
        this.columns = columns;
        this.factors = factors;
        newest = new double[inputs.size()];
        for (int i = 0; i < newest.length; i++) {
            newest[i] = code(inputs.get(i), 0);
        }
    }

    /**
     * Connects columns and inputs.
     *
     * @param names per input: every name that a map may use for it
     * @param map empty: columns go to inputs of the same name, then to those that measure what the column is named after
     * @throws IllegalArgumentException when a channel or column is not there, or units do not fit
     */
    static TableSignal of(
            List<Channel> inputs,
            List<List<String>> names,
            SignalTable table,
            double fileHz,
            double deviceHz,
            List<ColumnMap> map) {
        int[] columns = new int[inputs.size()];
        double[] factors = new double[inputs.size()];
        java.util.Arrays.fill(columns, -1);
        for (ColumnMap entry : map) {
            int input = ColumnMap.input(entry.channel(), names);
            columns[input] = table.column(entry.column());
            factors[input] = entry.factor() * unitFactor(entry.column(), inputs.get(input));
        }
        if (map.isEmpty()) {
            match(inputs, names, table, columns, factors);
        }
        return new TableSignal(inputs, table, fileHz / deviceHz, columns, factors);
    }

    private static void match(
            List<Channel> inputs, List<List<String>> names, SignalTable table, int[] columns, double[] factors) {
        int found = 0;
        for (int c = 0; c < table.columns().size(); c++) {
            String name = table.columns().get(c);
            String bare = SignalTable.bare(name);
            int input = -1;
            for (int i = 0; i < columns.length && input < 0; i++) {
                boolean same = ColumnMap.named(bare, names.get(i)) || ColumnMap.named(name, names.get(i));
                input = columns[i] < 0 && same ? i : -1;
            }
            for (int i = 0; i < columns.length && input < 0; i++) {
                input = columns[i] < 0 && inputs.get(i).modality().id().equalsIgnoreCase(bare) ? i : -1;
            }
            if (input >= 0) {
                columns[input] = c;
                factors[input] = unitFactor(table.columns().get(c), inputs.get(input));
                found++;
            }
        }
        if (found == 0) {
            throw new IllegalArgumentException(
                    "No column fits a channel by name: say --map CHANNEL=COLUMN with channels "
                            + names.stream().map(n -> n.get(0)).toList() + " and columns " + table.columns() + ".");
        }
    }

    private static double unitFactor(String column, Channel input) {
        int at = column.lastIndexOf('_');
        Unit unit = at < 0 ? null : Unit.ofSuffix(column.substring(at + 1)).orElse(null);
        if (unit == null || unit == input.unit() || input.unit() == Unit.RAW) {
            return 1;
        }
        double factor = unit.factorTo(input.unit());
        if (Double.isNaN(factor)) {
            throw new IllegalArgumentException("Column '" + column + "' cannot go to channel '" + input.id()
                    + "', which is in " + input.unit().suffix() + ".");
        }
        return factor;
    }

    @Override
    public void codes(long sample, double[] into) {
        int row = (int) ((long) Math.floor(sample * rowsPerSample) % table.rows());
        for (int i = 0; i < columns.length; i++) {
            double value = columns[i] < 0 ? Double.NaN : table.value(row, columns[i]);
            if (!Double.isNaN(value)) {
                newest[i] = code(inputs.get(i), value * factors[i]);
            }
            into[i] = newest[i];
        }
    }

    /** The nearest code that the device can send for a value; decimals where it sends decimals. */
    static double code(Channel input, double value) {
        double code = (value - input.offset()) / input.scale();
        return Double.isNaN(input.lowestCode())
                ? code
                : Math.max(input.lowestCode(), Math.min(input.highestCode(), Math.rint(code)));
    }
}

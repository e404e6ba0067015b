package org.stillpoint.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.stillpoint.signal.Channel;
import org.stillpoint.signal.Decimals;

/**
 * A channel's codes as cells with values: whole codes of 16 bits are written once and remembered, so that an hour of
 * samples costs little more than copying. One thread.
 */
final class ValueCells {

    private static final int LOWEST = Short.MIN_VALUE;
    private static final int HIGHEST = (1 << 16) - 1;

    private final Channel channel;
    private final byte[][] known = new byte[HIGHEST - LOWEST + 1][];

    ValueCells(Channel channel) {
        this.channel = channel;
    }

    void write(CsvFile file, double code) throws IOException {
        int whole = (int) code;
        if (whole == code && whole >= LOWEST && whole <= HIGHEST) {
            byte[] cell = known[whole - LOWEST];
            if (cell == null) {
                cell = Decimals.text(channel.value(code)).getBytes(StandardCharsets.US_ASCII);
                known[whole - LOWEST] = cell;
            }
            file.cell(cell);
        } else {
            file.number(channel.value(code));
        }
    }
}

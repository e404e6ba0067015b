package org.stillpoint.app;

import java.io.PrintWriter;
import java.util.List;
import org.stillpoint.device.SampleSink;
import org.stillpoint.signal.Channel;
import org.stillpoint.signal.Decimals;

/** Samples as CSV, {@code index,<channel>_<unit>...}: a lost sample is a row with its index and empty cells. */
final class DecodedCsv implements SampleSink {

    private static final int FLUSH_CHARS = 8192;

    private final List<Channel> channels;
    private final boolean raw;
    private final PrintWriter out;
    private final StringBuilder rows = new StringBuilder(2 * FLUSH_CHARS);
    private long index;

    /** @param raw codes instead of values */
    DecodedCsv(List<Channel> channels, boolean raw, PrintWriter out) {
        this.channels = channels;
        this.raw = raw;
        this.out = out;
        rows.append("index");
        for (Channel channel : channels) {
            rows.append(',').append(raw ? channel.id() + "_raw" : channel.column());
        }
        rows.append('\n');
    }

    @Override
    public void sample(double[] codes) {
        rows.append(index++);
        for (int c = 0; c < codes.length; c++) {
            rows.append(',');
            Decimals.append(rows, raw ? codes[c] : channels.get(c).value(codes[c]));
        }
        endRow();
    }

    @Override
    public void lost(long samples) {
        for (long i = 0; i < samples; i++) {
            rows.append(index++);
            for (int c = 0; c < channels.size(); c++) {
                rows.append(',');
            }
            endRow();
        }
    }

    /** Writes what is still held. */
    void end() {
        out.append(rows);
        rows.setLength(0);
        out.flush();
    }

    private void endRow() {
        rows.append('\n');
        if (rows.length() > FLUSH_CHARS) {
            out.append(rows);
            rows.setLength(0);
        }
    }
}

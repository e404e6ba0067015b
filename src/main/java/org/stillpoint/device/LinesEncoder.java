package org.stillpoint.device;

import java.util.List;
import org.stillpoint.signal.Channel;

/**
 * An Arduino sketch that prints {@code label:value} pairs, separated by tabs or commas, lines ended by CR LF. It starts
 * by itself and takes no commands.
 *
 * <p>Whole numbers are printed as such, others with the shortest decimals that read back; NaN as {@code nan}.
 */
final class LinesEncoder implements FrameEncoder {

    private final List<Channel> inputs;
    private final double rateHz;
    private final char separator;
    private final Answers answers = new Answers();
    private final StringBuilder line = new StringBuilder(256);

    LinesEncoder(List<Channel> inputs, double rateHz, char separator) {
        this.inputs = List.copyOf(inputs);
        this.rateHz = rateHz;
        this.separator = separator;
    }

    @Override
    public List<Channel> inputs() {
        return inputs;
    }

    @Override
    public double rateHz() {
        return rateHz;
    }

    @Override
    public int samplesPerBurst() {
        return 1;
    }

    @Override
    public boolean streaming() {
        return true;
    }

    @Override
    public void restart(long nowNanos) {
        answers.add("# sketch started\r\n", nowNanos);
    }

    @Override
    public void hear(byte command, long nowNanos) {
        // A sketch that only prints reads nothing.
    }

    @Override
    public int answer(long nowNanos, byte[] into) {
        return answers.take(nowNanos, into);
    }

    @Override
    public int encode(double[] codes, byte[] into) {
        line.setLength(0);
        for (int i = 0; i < inputs.size(); i++) {
            if (i > 0) {
                line.append(separator);
            }
            line.append(inputs.get(i).id()).append(':');
            if (Double.isNaN(codes[i])) {
                line.append("nan");
            } else if (codes[i] == Math.rint(codes[i]) && Math.abs(codes[i]) < 1e15) {
                line.append((long) codes[i]);
            } else {
                line.append(codes[i]);
            }
        }
        line.append("\r\n");
        int length = Math.min(line.length(), into.length);
        for (int i = 0; i < length; i++) {
            into[i] = (byte) line.charAt(i);
        }
        return length;
    }
}

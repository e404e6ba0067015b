package org.stillpoint.device;

import java.util.ArrayList;
import java.util.List;
import org.stillpoint.signal.Channel;
import org.stillpoint.signal.Modality;
import org.stillpoint.signal.Noise;
import org.stillpoint.signal.Unit;

/**
 * A BITalino (r)evolution with firmware 5.2: six inputs, silent until a start byte chooses some of them.
 *
 * <p>Frame, check and commands: PROTOCOLS section 3. The fifth and sixth chosen input are sent with their top six bits.
 */
final class BitalinoEncoder implements FrameEncoder {

    static final String VERSION = "BITalino_v5.2\n";
    private static final int INPUTS = 6;
    private static final int[] FRAME_BYTES = {0, 3, 4, 6, 7, 8, 8};
    private static final int[] CRC = {0, 3, 6, 5, 12, 15, 10, 9, 11, 8, 13, 14, 7, 4, 1, 2};
    private static final double[] RATES_HZ = {1, 10, 100, 1000};
    private static final int[] BEAT = {440, 440, 440, 443, 456, 468};
    private static final long ANSWER_NANOS = 5_000_000;
    private static final int BATTERY_CODE = 620;

    private final List<Channel> inputs;
    private final int fixedMask;
    private final Answers answers = new Answers();
    private final int[] slots = new int[INPUTS];
    private final double[] newest = new double[INPUTS];
    private double rateHz = 1000;
    private int mask;
    private boolean streaming;
    private boolean simulating;
    private boolean levelFollows;
    private int outputs;
    private int level;
    private int batteryThreshold;
    private int counter;
    private int simulated;

    /** With {@code fixedMask} (bit 0 = A1) other than 0 those inputs are sent, whatever the start byte says. */
    BitalinoEncoder(DeviceProfile profile, int fixedMask) {
        this.fixedMask = fixedMask;
        List<Channel> found = new ArrayList<>();
        for (int port = 1; port <= INPUTS; port++) {
            String id = "A" + port;
            found.add(FrameEncoders.at(profile, id)
                    .orElse(new Channel(id, id, Modality.AUX, Unit.RAW, 1, 0, 0, 1023, Noise.UNKNOWN)));
        }
        inputs = List.copyOf(found);
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
        return rateHz == 1000 ? 2 : 1;
    }

    @Override
    public boolean streaming() {
        return streaming;
    }

    @Override
    public void restart(long nowNanos) {
        counter = 0;
        simulated = 0;
    }

    @Override
    public void hear(byte command, long nowNanos) {
        int c = command & 0xFF;
        if (levelFollows) {
            level = c;
            levelFollows = false;
        } else if (c == 0xA3) {
            levelFollows = true;
        } else if ((c & 0xF3) == 0xB3) {
            outputs = c >> 2 & 3;
        } else if (streaming) {
            streaming = c != 0x00 && c != 0xFF;
        } else {
            hearIdle(c, nowNanos);
        }
    }

    private void hearIdle(int c, long nowNanos) {
        switch (c & 3) {
            case 0 -> batteryThreshold = c >> 2;
            case 1, 2 -> start(c >> 2, (c & 3) == 2, nowNanos);
            default -> {
                if (c == 0x07 || c == 0x0F) {
                    answers.add(VERSION, nowNanos + ANSWER_NANOS);
                } else if (c == 0x0B) {
                    answers.add(state(), nowNanos + ANSWER_NANOS);
                } else if ((c & 0x3F) == 0x03) {
                    rateHz = RATES_HZ[c >> 6];
                }
            }
        }
    }

    private void start(int chosen, boolean simulate, long nowNanos) {
        if (chosen != 0) {
            mask = fixedMask == 0 ? chosen : fixedMask;
            simulating = simulate;
            streaming = true;
            restart(nowNanos);
        }
    }

    @Override
    public int answer(long nowNanos, byte[] into) {
        return answers.take(nowNanos, into);
    }

    @Override
    public int encode(double[] codes, byte[] into) {
        System.arraycopy(codes, 0, newest, 0, INPUTS);
        int chosen = 0;
        for (int input = 0; input < INPUTS; input++) {
            if ((mask >> input & 1) != 0) {
                slots[chosen] = simulating ? simulatedCode(input) : (int) codes[input];
                boolean sixBits = simulating ? input >= 4 : inputs.get(input).highestCode() < 64;
                slots[chosen] = chosen < 4
                        ? sixBits ? slots[chosen] << 4 : slots[chosen]
                        : sixBits ? slots[chosen] : slots[chosen] >> 4;
                chosen++;
            }
        }
        simulated = (simulated + 1) % 100;
        int digital = simulating ? counter : 0b1100 | (outputs & 1) << 1 | outputs >> 1;
        int length = frame(slots, chosen, digital, counter, into);
        counter = counter + 1 & 15;
        return length;
    }

    /** The wave of the board's own simulation; the beat and the random input are ours from the seventh sample on. */
    private int simulatedCode(int input) {
        int i = simulated;
        return switch (input) {
            case 0 -> i % 50 < BEAT.length ? BEAT[i % 50] : (int) (440 + 300 * Math.exp(-Math.pow(i % 50 - 20, 2) / 8));
            case 1 -> (i * 617 + 437) % 1024;
            case 2 -> (int) Math.rint(511 + 511 * Math.sin(2 * Math.PI * i / 20));
            case 3 -> (int) Math.rint(511 + 511 * Math.sin(2 * Math.PI * i / 25));
            case 4 -> (int) Math.rint(31 + 31 * Math.sin(2 * Math.PI * i / 50));
            default -> (int) Math.rint(31 + 31 * Math.sin(2 * Math.PI * i / 100));
        };
    }

    /** Writes one frame: {@code digital} = I1 I2 O1 O2. Returns its length. */
    static int frame(int[] values, int channels, int digital, int counter, byte[] into) {
        int[] v = new int[INPUTS];
        System.arraycopy(values, 0, v, 0, channels);
        int[] f = {
            v[4] << 6 | v[5],
            v[3] << 4 | v[4] >> 2,
            v[2] << 6 | v[3] >> 4,
            v[2] >> 2,
            v[1],
            v[0] << 2 | v[1] >> 8,
            digital << 4 | v[0] >> 6,
            counter << 4
        };
        int length = FRAME_BYTES[channels];
        for (int i = 0; i < length; i++) {
            into[i] = (byte) f[f.length - length + i];
        }
        into[length - 1] |= (byte) check(into, length);
        return length;
    }

    /** CRC-4 over all nibbles but the last. */
    private static int check(byte[] bytes, int length) {
        int crc = 0;
        for (int i = 0; i < length; i++) {
            crc = CRC[crc] ^ bytes[i] >> 4 & 15;
            if (i < length - 1) {
                crc = CRC[crc] ^ bytes[i] & 15;
            }
        }
        return CRC[crc];
    }

    private byte[] state() {
        int[] analog = new int[INPUTS];
        for (int i = 0; i < INPUTS; i++) {
            analog[i] = (int) newest[i];
        }
        return state(analog, BATTERY_CODE, batteryThreshold, level, 0b1100 | (outputs & 1) << 1 | outputs >> 1);
    }

    /** The answer to {@code 0B}: 17 bytes. */
    static byte[] state(int[] analog, int battery, int threshold, int level, int digital) {
        byte[] state = new byte[17];
        for (int i = 0; i <= INPUTS; i++) {
            int value = i < INPUTS ? analog[i] : battery;
            state[2 * i] = (byte) value;
            state[2 * i + 1] = (byte) (value >> 8);
        }
        state[14] = (byte) threshold;
        state[15] = (byte) level;
        state[16] = (byte) (digital << 4);
        state[16] |= (byte) check(state, state.length);
        return state;
    }
}

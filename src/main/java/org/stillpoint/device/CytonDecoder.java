package org.stillpoint.device;

import java.util.List;
import java.util.Locale;
import org.stillpoint.signal.Channel;
import org.stillpoint.signal.Noise;
import org.stillpoint.signal.Unit;

/**
 * Packets of an OpenBCI Cyton with eight channels: 33 bytes, {@code A0} first, {@code C0} … {@code C6} last, an 8-bit
 * counter and no check sum.
 *
 * <p>Codes: 24 bits, signed; either end of the range means a saturated or open input. What rides beside the channels is
 * read from {@link #aux}.
 */
public final class CytonDecoder implements FixedLengthDecoder {

    /** Lowest code of a channel. */
    public static final int LOWEST_CODE = -(1 << 23);

    /** Highest code of a channel. */
    public static final int HIGHEST_CODE = (1 << 23) - 1;

    private static final int LENGTH = 33;

    private final int[] starts;
    private final double[] codes;
    private final FixedFrames frames;
    private final CytonAux aux = new CytonAux();

    /**
     * @param fields what to give out, {@code ch1} … {@code ch8}, in this order
     * @param lock good packets in a row before the first is given out; 2 for this device
     * @throws IllegalArgumentException for any other field
     */
    public CytonDecoder(List<String> fields, int lock) {
        starts = new int[fields.size()];
        for (int i = 0; i < starts.length; i++) {
            String field = fields.get(i).toLowerCase(Locale.ROOT);
            if (!field.matches("ch[1-8]")) {
                throw new IllegalArgumentException("not a Cyton field: " + fields.get(i));
            }
            starts[i] = 2 + 3 * (field.charAt(2) - '1');
        }
        codes = new double[starts.length];
        frames = new FixedFrames(this, lock);
    }

    /** Size of one code with this amplifier gain: 4.5 V / gain / (2^23 - 1), in microvolts. */
    public static double microvoltsPerCode(int gain) {
        return 4.5e6 / gain / HIGHEST_CODE;
    }

    /** The profile at another gain than the default 24; a noise floor is known only for the profile's own gain. */
    public static DeviceProfile withGain(DeviceProfile profile, int gain) {
        return profile.withChannels(profile.channels().stream()
                .map(channel -> withStep(channel, microvoltsPerCode(gain) * Unit.MICROVOLT.factorTo(channel.unit())))
                .toList());
    }

    private static Channel withStep(Channel c, double step) {
        if (Double.isNaN(step)) {
            return c;
        }
        Noise noise =
                new Noise(step, Double.NaN, c.noise().bandLowHz(), c.noise().bandHighHz());
        return new Channel(
                c.id(), c.name(), c.modality(), c.unit(), step, c.offset(), c.lowestCode(), c.highestCode(), noise);
    }

    /** Counter and auxiliary bytes of the packet given out last; the same object every time. */
    public CytonAux aux() {
        return aux;
    }

    @Override
    public int length() {
        return LENGTH;
    }

    @Override
    public int counterModulus() {
        return 256;
    }

    @Override
    public boolean possible(byte[] bytes, int at, int available) {
        if (bytes[at] != (byte) 0xA0) {
            return false;
        }
        int footer = available < LENGTH ? 0xC0 : bytes[at + LENGTH - 1] & 0xFF;
        return footer >= 0xC0 && footer <= 0xC6;
    }

    @Override
    public int counter(byte[] bytes, int at) {
        return bytes[at + 1] & 0xFF;
    }

    @Override
    public void give(byte[] bytes, int at, SampleSink sink) {
        for (int i = 0; i < starts.length; i++) {
            int from = at + starts[i];
            codes[i] = bytes[from] << 16 | (bytes[from + 1] & 0xFF) << 8 | bytes[from + 2] & 0xFF;
        }
        aux.read(bytes, at);
        sink.sample(codes);
    }

    @Override
    public FixedFrames framing() {
        return frames;
    }
}

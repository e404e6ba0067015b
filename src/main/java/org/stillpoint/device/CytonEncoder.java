package org.stillpoint.device;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.stillpoint.signal.Channel;
import org.stillpoint.signal.Modality;
import org.stillpoint.signal.Noise;
import org.stillpoint.signal.Unit;

/**
 * An OpenBCI Cyton behind its dongle, firmware 3.1: eight inputs and, every tenth packet, the acceleration.
 *
 * <p>Packet and texts: PROTOCOLS section 4. The last three inputs are the acceleration X, Y, Z in counts.
 */
final class CytonEncoder implements FrameEncoder {

    static final int PACKET_BYTES = 33;
    static final String BANNER = "OpenBCI V3 8-16 channel\nOn Board ADS1299 Device ID: 0x3E\nLIS3DH Device ID: 0x33\n"
            + "Firmware: v3.1.2\n$$$";
    private static final int INPUTS = 8;
    private static final long RESET_NANOS = 500_000_000;
    private static final long ANSWER_NANOS = 5_000_000;
    private static final long PATIENCE_NANOS = 1_000_000_000;
    private static final String OFF = "12345678";
    private static final String ON = "!@#$%^&*";
    private static final String[] MODES = {"default", "debug", "analog", "digital", "marker"};

    private final List<Channel> inputs;
    private final Answers answers = new Answers();
    private final StringBuilder open = new StringBuilder();
    private final boolean[] off = new boolean[INPUTS];
    private long openedNanos;
    private boolean streaming;
    private boolean stamped;
    private int mode;
    private int marker;
    private long packet;

    CytonEncoder(DeviceProfile profile) {
        List<Channel> found = new ArrayList<>();
        for (int i = 1; i <= INPUTS; i++) {
            String id = "ch" + i;
            found.add(FrameEncoders.at(profile, id)
                    .orElse(new Channel(
                            id, id, Modality.AUX, Unit.MICROVOLT, 0.0223517445, 0, -8388608, 8388607, Noise.UNKNOWN)));
        }
        for (char axis = 'x'; axis <= 'z'; axis++) {
            String id = "acc" + axis;
            found.add(new Channel(id, id, Modality.ACC, Unit.RAW, 1, 0, -32768, 32767, Noise.UNKNOWN));
        }
        inputs = List.copyOf(found);
    }

    @Override
    public List<Channel> inputs() {
        return inputs;
    }

    @Override
    public double rateHz() {
        return 250;
    }

    @Override
    public int samplesPerBurst() {
        return 1;
    }

    @Override
    public boolean streaming() {
        return streaming;
    }

    @Override
    public void restart(long nowNanos) {
        packet = 0;
    }

    @Override
    public void hear(byte command, long nowNanos) {
        char c = (char) (command & 0xFF);
        if (open.length() > 0) {
            if (nowNanos - openedNanos <= PATIENCE_NANOS) {
                open.append(c);
                if (whole()) {
                    hearLong(open.toString(), nowNanos);
                    open.setLength(0);
                }
                return;
            }
            open.setLength(0);
            say("Timeout processing multi byte message - please send all commands at once as of v2", nowNanos);
        }
        if (c == 'x' || c == '/' || c == '~' || c == '`' || c == 0xF0) {
            open.append(c);
            openedNanos = nowNanos;
        } else {
            hearShort(c, nowNanos);
        }
    }

    private boolean whole() {
        return open.charAt(0) == 'x' ? open.length() == 9 || open.charAt(open.length() - 1) == 'X' : open.length() == 2;
    }

    private void hearShort(char c, long nowNanos) {
        if (OFF.indexOf(c) >= 0) {
            off[OFF.indexOf(c)] = true;
        } else if (ON.indexOf(c) >= 0) {
            off[ON.indexOf(c)] = false;
        } else if (c == 'b' || c == 's') {
            streaming = c == 'b';
            packet = streaming ? 0 : packet;
        } else if (c == 'v') {
            reset(nowNanos);
        } else if (c == '<' || c == '>') {
            stamped = c == '<';
            say(stamped ? "Time stamp ON" : "Time stamp OFF", nowNanos);
        } else {
            String text = switch (c) {
                case 'V' -> "v3.1.2";
                case '?' -> "Board ADS Registers\nADS_ID, 00, 3E\n";
                case 'd' -> "updating channel settings to default";
                case 'D' -> "060110";
                case '0', '-', '=', 'p', '[', ']' -> "Success: Configured internal test signal.";
                case 'c' -> "";
                case 'C' -> "no daisy to attach!8";
                default -> null;
            };
            if (text != null) {
                say(text, nowNanos);
            }
        }
    }

    private void hearLong(String command, long nowNanos) {
        char second = command.charAt(1);
        switch (command.charAt(0)) {
            case 'x' -> hearSettings(command, nowNanos);
            case '~' ->
                say(second == '~' ? "Success: Sample rate is 250Hz" : "Failure: the rate stays 250Hz", nowNanos);
            case '`' -> marker = second;
            case '/' -> {
                if (second >= '0' && second <= '4') {
                    mode = second - '0';
                }
                say(
                        second == '/' || second >= '0' && second <= '4'
                                ? "Success: " + MODES[mode]
                                : "Failure: no such mode",
                        nowNanos);
            }
            default -> {
                if (second == 0x07) {
                    say("Success: System is Up", nowNanos);
                } else if (second == 0x00) {
                    say("Success: Host and Device on Channel number: \u0001", nowNanos);
                }
            }
        }
    }

    private void hearSettings(String command, long nowNanos) {
        int channel = OFF.indexOf(command.charAt(1));
        if (command.length() < 9) {
            say("Failure: too few chars", nowNanos);
        } else if (command.charAt(8) != 'X') {
            say("Failure: Err: 9th char not X", nowNanos);
        } else if (channel < 0) {
            say("Failure: invalid channel", nowNanos);
        } else {
            off[channel] = command.charAt(2) == '1';
            say("Success: Channel set for " + (channel + 1), nowNanos);
        }
    }

    private void reset(long nowNanos) {
        streaming = false;
        stamped = false;
        mode = 0;
        packet = 0;
        Arrays.fill(off, false);
        answers.clear();
        answers.add(BANNER, nowNanos + RESET_NANOS);
    }

    /** While it streams the board does as it is told without a word. */
    private void say(String text, long nowNanos) {
        if (!streaming) {
            answers.add(text + "$$$", nowNanos + ANSWER_NANOS);
        }
    }

    @Override
    public int answer(long nowNanos, byte[] into) {
        return answers.take(nowNanos, into);
    }

    @Override
    public int encode(double[] codes, byte[] into) {
        Arrays.fill(into, 0, PACKET_BYTES, (byte) 0);
        into[0] = (byte) 0xA0;
        into[1] = (byte) packet;
        for (int i = 0; i < INPUTS; i++) {
            int code = off[i] ? 0 : (int) codes[i];
            into[2 + 3 * i] = (byte) (code >> 16);
            into[3 + 3 * i] = (byte) (code >> 8);
            into[4 + 3 * i] = (byte) code;
        }
        into[32] = (byte) 0xC0;
        auxiliary(codes, into);
        packet++;
        return PACKET_BYTES;
    }

    private void auxiliary(double[] codes, byte[] into) {
        if (stamped) {
            long millis = packet * 4;
            into[32] = (byte) (mode == 0 ? 0xC4 : 0xC6);
            for (int i = 0; i < 4; i++) {
                into[28 + i] = (byte) (millis >> 8 * (3 - i));
            }
        }
        if (mode == 4) {
            into[26] = (byte) (marker >> 8);
            into[27] = (byte) marker;
            marker = 0;
        }
        if (mode != 0) {
            into[32] = stamped ? (byte) 0xC6 : (byte) 0xC1;
        } else if (stamped) {
            int axis = (int) (packet & 0xFF) % 10 - 7;
            if (axis >= 0) {
                word((int) codes[INPUTS + axis], into, 26);
            }
        } else if (packet % 10 == 0) {
            for (int axis = 0; axis < 3; axis++) {
                word((int) codes[INPUTS + axis], into, 26 + 2 * axis);
            }
        }
    }

    private static void word(int value, byte[] into, int at) {
        into[at] = (byte) (value >> 8);
        into[at + 1] = (byte) value;
    }
}

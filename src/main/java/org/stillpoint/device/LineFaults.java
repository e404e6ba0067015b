package org.stillpoint.device;

/** Damages frames on their way, by chance that repeats with the seed. */
final class LineFaults {

    private static final int DROP = 1;
    private static final int CORRUPT = 2;
    private static final int LOSE = 3;
    private static final int INSERT = 4;
    private static final int DUPLICATE = 5;
    private static final int PLACE = 6;
    private static final int NOISE = 7;

    private final Faults faults;
    private final Dice dice;
    private String event = "sent";

    LineFaults(Faults faults, long seed) {
        this.faults = faults;
        this.dice = new Dice(seed);
    }

    /** What became of the newest frame: the ledger's word. */
    String event() {
        return event;
    }

    /** Does to a frame what befalls it and returns its new length; 0 when it is never sent. */
    int apply(long index, double seconds, byte[] frame, int length) {
        event = "sent";
        if (dice.falls(faults.drop(), DROP, index)) {
            event = "dropped";
            return 0;
        }
        if (Faults.any(faults.garbage(), seconds)) {
            event = "garbage";
            noise(index, frame, length);
            return length;
        }
        if (dice.falls(faults.corrupt(), CORRUPT, index)) {
            event = "corrupted";
            int bit = dice.below(length * 8, PLACE, index);
            frame[bit / 8] ^= (byte) (1 << bit % 8);
        }
        if (dice.falls(faults.loseByte(), LOSE, index)) {
            event = "byte-lost";
            int at = dice.below(length, PLACE + LOSE, index);
            System.arraycopy(frame, at + 1, frame, at, length - at - 1);
            return length - 1;
        }
        if (dice.falls(faults.insertByte(), INSERT, index)) {
            event = "byte-inserted";
            int at = dice.below(length, PLACE + INSERT, index);
            System.arraycopy(frame, at, frame, at + 1, length - at);
            frame[at] = (byte) dice.below(256, NOISE, index);
            return length + 1;
        }
        return length;
    }

    /** Whether the frame comes twice. */
    boolean again(long index) {
        return dice.falls(faults.duplicate(), DUPLICATE, index);
    }

    /** What a wrong line speed makes of a frame: bytes that are mostly unprintable. */
    void garble(long index, byte[] frame, int length) {
        noise(index, frame, length);
        for (int i = 0; i < length; i += 2) {
            frame[i] |= (byte) 0x80;
        }
    }

    private void noise(long index, byte[] frame, int length) {
        for (int i = 0; i < length; i++) {
            frame[i] = (byte) dice.bits(NOISE + i, index);
        }
    }
}

package org.stillpoint.training;

/**
 * When the newest entries of a log were added and how many of them belong to the phase of now. Remembers the times of the
 * newest 512, which is ten seconds of levels. One thread; preallocated.
 */
final class EntryTimes {

    private static final int CAPACITY = 512;

    private final double[] times = new double[CAPACITY];
    private double nowSeconds = Double.NaN;
    private int next;
    private int known;
    private int ofPhase;

    void at(double tSeconds) {
        nowSeconds = tSeconds;
    }

    void phaseBegins() {
        ofPhase = 0;
    }

    void added() {
        times[next] = nowSeconds;
        next = (next + 1) % CAPACITY;
        known = Math.min(known + 1, CAPACITY);
        ofPhase++;
    }

    void clear() {
        known = 0;
        ofPhase = 0;
    }

    /** Forgets the entries of this phase and tells how many they are. */
    int takePhase() {
        int taken = ofPhase;
        for (int i = 0; i < taken && known > 0; i++) {
            forgetNewest();
        }
        ofPhase = 0;
        return taken;
    }

    /** Forgets the entries since this time and tells how many they are. */
    int takeSince(double tSeconds) {
        int taken = 0;
        while (known > 0 && times[(next + CAPACITY - 1) % CAPACITY] >= tSeconds) {
            forgetNewest();
            taken++;
        }
        ofPhase = Math.max(0, ofPhase - taken);
        return taken;
    }

    private void forgetNewest() {
        next = (next + CAPACITY - 1) % CAPACITY;
        known--;
    }
}

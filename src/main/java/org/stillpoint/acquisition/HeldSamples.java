package org.stillpoint.acquisition;

/** Samples that wait until it is known where they belong, lost ones among them. One thread; allocates nothing. */
final class HeldSamples {

    private final int channels;
    private final double[] codes;
    private final boolean[] lost;
    private final double[] row;
    private int count;

    HeldSamples(int channels, int capacity) {
        this.channels = channels;
        this.codes = new double[channels * capacity];
        this.lost = new boolean[capacity];
        this.row = new double[channels];
    }

    void clear() {
        count = 0;
    }

    int count() {
        return count;
    }

    boolean full() {
        return count == lost.length;
    }

    void add(double[] sample) {
        System.arraycopy(sample, 0, codes, count * channels, channels);
        lost[count++] = false;
    }

    void addLost() {
        lost[count++] = true;
    }

    boolean lost(int place) {
        return lost[place];
    }

    /** The codes of a sample; the same array every time. */
    double[] sample(int place) {
        System.arraycopy(codes, place * channels, row, 0, channels);
        return row;
    }
}

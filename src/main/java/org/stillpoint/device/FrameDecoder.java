package org.stillpoint.device;

/**
 * Finds frames in a stream of bytes, however it is cut. Never throws on any bytes, allocates nothing in {@code feed}.
 * One instance per line, one thread.
 */
public interface FrameDecoder {

    /** Takes {@code length} bytes and gives every whole frame to the sink, with losses in front of it. */
    void feed(byte[] bytes, int offset, int length, SampleSink sink);

    /** Forgets half frames, lock and counter: the line was opened anew. Totals stay. */
    void reset();

    /** Frames given out since the start. */
    long frames();

    /** Samples that the device's counter says are missing. */
    long lostSamples();

    /** Bytes (or, for lines, ignored lines) that belong to no frame; the bytes of duplicates are among them. */
    long discarded();

    /** Samples after which the counter in the frames starts again; 0 = frames carry none. */
    default int counterModulus() {
        return 0;
    }

    /** Frames that came twice and were given out once. */
    default long duplicates() {
        return 0;
    }

    /** Bytes still undecided. */
    int pendingBytes();
}

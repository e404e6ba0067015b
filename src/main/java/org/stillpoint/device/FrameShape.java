package org.stillpoint.device;

/** What a fixed-length framing must say of its frames so that {@link FixedFrames} can find them. */
interface FrameShape {

    /** Bytes of one frame. */
    int length();

    /** Number of different counter values: the counter runs modulo this. */
    int counterModulus();

    /** False when the bytes present, at least one, prove that no frame starts at {@code at}. */
    boolean possible(byte[] bytes, int at, int available);

    /** Counter of the whole frame at {@code at}. */
    int counter(byte[] bytes, int at);

    /** Gives the whole frame at {@code at} to the sink. */
    void give(byte[] bytes, int at, SampleSink sink);
}

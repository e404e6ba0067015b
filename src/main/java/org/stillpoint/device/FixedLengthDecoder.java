package org.stillpoint.device;

/** A decoder whose frames all have one length: what a frame is it says itself, how they are found is {@link FixedFrames}. */
interface FixedLengthDecoder extends FrameDecoder, FrameShape {

    /** The search for this decoder's frames; always the same object. */
    FixedFrames framing();

    @Override
    int counterModulus();

    @Override
    default void feed(byte[] bytes, int offset, int length, SampleSink sink) {
        framing().feed(bytes, offset, length, sink);
    }

    @Override
    default void reset() {
        framing().reset();
    }

    @Override
    default long frames() {
        return framing().frames();
    }

    @Override
    default long lostSamples() {
        return framing().lost();
    }

    @Override
    default long discarded() {
        return framing().discarded();
    }

    @Override
    default long duplicates() {
        return framing().duplicates();
    }

    @Override
    default int pendingBytes() {
        return framing().pending();
    }
}

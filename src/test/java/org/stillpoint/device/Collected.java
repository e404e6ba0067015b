package org.stillpoint.device;

import java.util.ArrayList;
import java.util.List;

/** A sink that remembers everything as text, so that two cuts of a stream can be compared. */
final class Collected implements SampleSink {

    final List<double[]> samples = new ArrayList<>();
    final List<String> gaps = new ArrayList<>();
    long lost;

    @Override
    public void sample(double[] codes) {
        samples.add(codes.clone());
    }

    @Override
    public void lost(long count) {
        lost += count;
        gaps.add(samples.size() + ":" + count);
    }

    /** Everything that came of these bytes, given in pieces that end at the cuts. */
    static String all(FrameDecoder decoder, byte[] bytes, int... cuts) {
        Collected sink = new Collected();
        int from = 0;
        for (int cut : cuts) {
            decoder.feed(bytes, from, cut - from, sink);
            from = cut;
        }
        decoder.feed(bytes, from, bytes.length - from, sink);
        return sink.summary(decoder);
    }

    static String byteByByte(FrameDecoder decoder, byte[] bytes) {
        Collected sink = new Collected();
        for (int i = 0; i < bytes.length; i++) {
            decoder.feed(bytes, i, 1, sink);
        }
        return sink.summary(decoder);
    }

    private String summary(FrameDecoder decoder) {
        StringBuilder out = new StringBuilder();
        for (double[] codes : samples) {
            out.append(java.util.Arrays.toString(codes)).append('\n');
        }
        return out.append("gaps ")
                .append(gaps)
                .append(" lost ")
                .append(lost)
                .append('=')
                .append(decoder.lostSamples())
                .append(" discarded ")
                .append(decoder.discarded())
                .append(" pending ")
                .append(decoder.pendingBytes())
                .append(" frames ")
                .append(decoder.frames())
                .toString();
    }
}

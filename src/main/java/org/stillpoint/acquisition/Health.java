package org.stillpoint.acquisition;

/** How a device's line is doing; written by its reader, read by anyone. Loss is counted here, never hidden. */
public final class Health {

    /** What the line is doing. */
    public enum Line {
        CONNECTING("connecting"),
        LIVE("live"),
        STALE("waiting for data"),
        LOST("sensor is gone, looking for it"),
        CLOSED("closed");

        private final String word;

        Line(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    private volatile Line line = Line.CONNECTING;
    private volatile long lostSamples;
    private volatile long gaps;
    private volatile double fittedRateHz = Double.NaN;
    private volatile double partsPerMillion;
    private volatile String message = "";

    public Line line() {
        return line;
    }

    public long lostSamples() {
        return lostSamples;
    }

    public long gaps() {
        return gaps;
    }

    /** NaN until known. */
    public double fittedRateHz() {
        return fittedRateHz;
    }

    public double partsPerMillion() {
        return partsPerMillion;
    }

    /** The last thing that went wrong, in one sentence; empty when nothing did. */
    public String message() {
        return message;
    }

    void line(Line now) {
        line = now;
    }

    void message(String sentence) {
        message = sentence;
    }

    void rate(double rateHz, double ppm) {
        fittedRateHz = rateHz;
        partsPerMillion = ppm;
    }

    @SuppressWarnings("NonAtomicOperationOnVolatileField") // one writer
    void gap(long samples) {
        lostSamples = lostSamples + samples;
        gaps = gaps + 1;
    }
}

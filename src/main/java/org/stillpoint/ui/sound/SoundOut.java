package org.stillpoint.ui.sound;

/** Where sound goes; one thread. */
public interface SoundOut extends AutoCloseable {

    double RATE_HZ = 48_000;

    /** How many samples it takes now without waiting. */
    int room();

    /** Takes samples of one channel, -1 … 1, at {@link #RATE_HZ}; no more than {@link #room}. */
    void write(float[] samples, int count);

    /** How long a sample waits in the line before it is heard, when the line is full. */
    double waitSeconds();

    /** How long a sample that is written now waits before it is heard. */
    double queuedSeconds();

    /** Why nothing is heard, in one sentence; empty when it is. */
    String silence();

    @Override
    void close();

    /** The machine's loudspeaker, or nothing when it has none. */
    static SoundOut open() {
        return SpeakerOut.open();
    }

    /** Takes nothing. */
    static SoundOut none(String why) {
        return new SoundOut() {
            @Override
            public int room() {
                return 0;
            }

            @Override
            public void write(float[] samples, int count) {
                // Nobody listens.
            }

            @Override
            public double waitSeconds() {
                return 0;
            }

            @Override
            public double queuedSeconds() {
                return 0;
            }

            @Override
            public String silence() {
                return why;
            }

            @Override
            public void close() {
                // Nothing is open.
            }
        };
    }
}

package org.stillpoint.acquisition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.stillpoint.device.DeviceException;
import org.stillpoint.device.DeviceProfile;
import org.stillpoint.device.SampleSink;
import org.stillpoint.device.SampleSource;
import org.stillpoint.signal.Channel;
import org.stillpoint.signal.Modality;
import org.stillpoint.signal.Noise;
import org.stillpoint.signal.Unit;

/** A device of 1000 samples a second whose code is the true sample number, read on a clock of our own. */
class DeviceReaderTest {

    private static final int CHUNK = 10;

    private final HandClock clock = new HandClock();
    private final Script script = new Script();
    private final SampleRing ring = new SampleRing(1, 1 << 16);
    private final DeviceReader reader = new DeviceReader(script, ring, clock);

    @Test
    void lossThatTheCounterTellsIsPublishedAsNaNAtOnce() throws Exception {
        run(100);
        script.skip(3);
        clock.nanos += 3_000_000;
        run(100);
        assertInStep();
        assertThat(reader.gaps().published()).isEqualTo(1);
        assertThat(reader.gaps().gap(0).firstIndex()).isEqualTo(1000);
        assertThat(reader.gaps().gap(0).samples()).isEqualTo(3);
        assertThat(reader.gaps().gap(0).estimated()).isFalse();
    }

    @Test
    void aLineThatWasOnlyLateLosesNothing() throws Exception {
        run(600);
        silence(300);
        script.backlog = 3000;
        run(300);
        assertInStep();
        assertThat(reader.health().lostSamples()).isZero();
    }

    @Test
    void aBacklogThatComesInSmallPiecesLosesNothing() throws Exception {
        run(600);
        silence(80);
        for (int i = 0; i < 4000 && script.backlog >= 0; i++) {
            // five times as fast as real time, two samples a read, until the script has caught up
            clock.nanos += 400_000L;
            script.backlog = 2;
            reader.work();
            if (script.next >= (clock.nanos - 1_000_000_000L) / 1_000_000L) {
                break;
            }
        }
        run(300);
        assertInStep();
        assertThat(reader.health().lostSamples()).isZero();
    }

    @Test
    void aPauseThatTheCounterCannotCountIsFilledByTheClock() throws Exception {
        run(600);
        script.skip(1500);
        silence(150);
        run(300);
        assertInStep();
        assertThat(reader.health().lostSamples()).isEqualTo(1500);
        assertThat(reader.gaps().gap(0).estimated()).isTrue();
    }

    @Test
    void aPulledCableKeepsIndexAndTimeInStep() throws Exception {
        run(600);
        script.gone = true;
        for (int i = 0; i < 300; i++) {
            clock.nanos += 10_000_000;
            script.skip(10);
            reader.work();
        }
        assertThat(reader.health().line()).isEqualTo(Health.Line.LOST);
        script.gone = false;
        run(300);
        assertThat(reader.health().line()).isEqualTo(Health.Line.LIVE);
        long last = ring.published() - 1;
        assertThat((double) last).isBetween(script.next - 22.0, script.next + 2.0);
        assertThat(reader.gaps().gap(0).reason()).isEqualTo("unplugged");
    }

    @Test
    void silenceIsShownAsStaleAndThenAsLost() throws Exception {
        run(100);
        silence(70);
        assertThat(reader.health().line()).isEqualTo(Health.Line.STALE);
        silence(50);
        assertThat(reader.health().line()).isEqualTo(Health.Line.LOST);
    }

    @Test
    void aLossOfAWholeCounterRoundIsSeenByTheClock() throws Exception {
        run(800);
        script.skip(16 + 1);
        clock.nanos += 17_000_000;
        run(1000);
        assertThat(ring.published()).isEqualTo(script.next);
    }

    @Test
    void aDamagedCounterIsNoLoss() throws Exception {
        run(600);
        script.damagedCounter = 5;
        run(10);
        script.damagedCounter = 8;
        run(300);
        assertInStep();
        assertThat(reader.health().lostSamples()).isZero();
    }

    @Test
    void aLossRightAfterAPauseIsDeclaredToo() throws Exception {
        run(600);
        silence(20);
        script.backlog = 200;
        reader.work();
        script.skip(3);
        clock.nanos += 3_000_000;
        run(100);
        assertInStep();
        assertThat(reader.health().lostSamples()).isEqualTo(3);
        assertThat(reader.gaps().gap(0).samples()).isEqualTo(3);
    }

    @Test
    void aBusyMachineIsLateAndLosesNothing() throws Exception {
        run(600);
        silence(15);
        script.backlog = 120;
        for (int i = 0; i < 150; i++) {
            // For a second and a half everything is 30 ms late.
            clock.nanos += CHUNK * 1_000_000L;
            reader.work();
            script.backlog += CHUNK;
        }
        script.backlog += 30;
        run(300);
        assertInStep();
        assertThat(reader.health().lostSamples()).isZero();
    }

    @Test
    void aFalseFrameInTheMiddleOfRubbishDoesNotMoveWhatComesAfterIt() throws Exception {
        run(600);
        script.skip(700);
        silence(70);
        script.backlog = 1;
        reader.work();
        script.skip(1302);
        silence(130);
        run(300);
        assertThat((double) ring.published()).isBetween(script.next - 20.0, script.next + 20.0);
        SampleRing.Cursor cursor = ring.cursorAt(0);
        while (cursor.advance()) {
            if (!Double.isNaN(cursor.code(0))) {
                assertThat(Math.abs(cursor.code(0) - cursor.index())).isLessThanOrEqualTo(20);
            }
        }
    }

    @Test
    void aReaderThatBreaksSaysThatTheSensorIsLost() {
        script.broken = true;
        DutyThread thread = DutyThread.start(reader);
        Awaitility.await().until(thread::ended);
        assertThat(thread.failure()).isInstanceOf(IllegalStateException.class);
        assertThat(reader.health().line()).isEqualTo(Health.Line.LOST);
        assertThat(reader.health().message()).contains("start again");
    }

    @Test
    void ordinaryRatesAreRecognised() {
        assertThat(RateFinder.ordinaryRate(124.7)).isEqualTo(125);
        assertThat(RateFinder.ordinaryRate(480.3)).isEqualTo(480);
    }

    private void run(int chunks) throws Exception {
        for (int i = 0; i < chunks; i++) {
            clock.nanos += CHUNK * 1_000_000L;
            script.backlog += CHUNK;
            reader.work();
        }
    }

    private void silence(int chunks) throws Exception {
        for (int i = 0; i < chunks; i++) {
            clock.nanos += CHUNK * 1_000_000L;
            reader.work();
        }
    }

    /** Every sample that has a value stands at its own number. */
    private void assertInStep() {
        assertThat(ring.published()).isEqualTo(script.next);
        SampleRing.Cursor cursor = ring.cursorAt(0);
        List<Long> wrong = new ArrayList<>();
        while (cursor.advance()) {
            if (!Double.isNaN(cursor.code(0)) && (long) cursor.code(0) != cursor.index()) {
                wrong.add(cursor.index());
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static final class HandClock implements Clock {
        private long nanos = 1_000_000_000L;

        @Override
        public long nanos() {
            return nanos;
        }

        @Override
        public long epochMillis() {
            return 0;
        }
    }

    /** Gives what is in its backlog; its counter goes round at 16. */
    private static final class Script implements SampleSource {
        private final double[] code = new double[1];
        private long next;
        private int backlog;
        private long skipped;
        private boolean gone;
        private volatile boolean broken;
        private int damagedCounter;

        void skip(int samples) {
            next += samples;
            skipped += samples;
        }

        @Override
        public DeviceProfile profile() {
            Channel channel = new Channel("ch1", "one", Modality.EMG, Unit.MICROVOLT, 1, 0, -1e9, 1e9, Noise.UNKNOWN);
            return new DeviceProfile(
                    "script",
                    "Script",
                    1000,
                    DeviceProfile.Isolation.BATTERY,
                    List.of(channel),
                    null,
                    null,
                    null,
                    null,
                    "built-in",
                    null);
        }

        @Override
        public void open() throws DeviceException {
            if (gone) {
                throw new DeviceException("The port is not there.");
            }
            skipped = 0;
        }

        @Override
        public int read(SampleSink sink) throws DeviceException {
            if (broken) {
                throw new IllegalStateException("broken on purpose");
            }
            if (gone) {
                throw new DeviceException("The cable was pulled.");
            }
            int give = backlog;
            backlog = 0;
            for (int i = 0; i < give; i++) {
                if (skipped > 0) {
                    long counted = skipped % 16;
                    skipped = 0;
                    if (counted > 0) {
                        sink.lost(counted);
                    }
                }
                if (damagedCounter > 0 && i == 2) {
                    sink.lost(damagedCounter);
                }
                if (damagedCounter > 0 && i == 3) {
                    sink.lost(16 - damagedCounter);
                    damagedCounter = 0;
                }
                code[0] = next++;
                sink.sample(code);
            }
            return give;
        }

        @Override
        public int counterModulus() {
            return 16;
        }

        @Override
        public void close() {}
    }
}

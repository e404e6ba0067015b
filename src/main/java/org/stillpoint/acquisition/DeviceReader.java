package org.stillpoint.acquisition;

import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.stillpoint.acquisition.GapLog.Reason;
import org.stillpoint.acquisition.Health.Line;
import org.stillpoint.device.DeviceException;
import org.stillpoint.device.SampleSink;
import org.stillpoint.device.SampleSource;

/**
 * Reads one device for as long as the session lives: stamps, publishes, counts what is lost, and finds the device again.
 *
 * <p>Index and time stay in step. What the device's counter says is missing is published as NaN at once. After a pause
 * the counter may have gone round, so the first samples are held back until the line has no backlog, and the clock says
 * how often: a line that was only late loses nothing, a line that was dead gets its NaN. While the line is gone, NaN is
 * published in real time.
 *
 * <p>Runs on its own {@link DutyThread}; allocates nothing while samples flow.
 */
public final class DeviceReader implements Duty {

    private static final Logger LOG = LoggerFactory.getLogger(DeviceReader.class);
    private static final long REOPEN_EVERY_NANOS = TimeUnit.MILLISECONDS.toNanos(250);
    private static final long DEAD_AFTER_NANOS = TimeUnit.SECONDS.toNanos(5);
    private static final long DOUBTFUL_NANOS = TimeUnit.SECONDS.toNanos(8);
    private static final double HELD_SECONDS = 12;

    private final SampleSource source;
    private final SampleRing ring;
    private final Clock time;
    private final Health health = new Health();
    private final GapLog gaps = new GapLog();
    private final CounterCheck check;
    private final SampleSink arrivals = new Arrivals();
    private final HeldSamples held;
    private final RateFinder rate = new RateFinder();

    private volatile double rateHz;
    private SampleClock clock;
    private boolean open;
    private boolean everOpen;
    private boolean broken;
    private long nextTryNanos;
    private boolean stamped;
    private long arrivalNanos;
    private long lastSampleNanos;
    private int samplesThisRead;

    private boolean holding;
    private boolean lineWasGone;
    private long gapStart = -1;
    private long lastJumpNanos;
    private int checkedSeconds;

    /**
     * @param ring with the source's channels; holds a minute or more
     * @throws IllegalArgumentException when the ring has another number of channels
     */
    public DeviceReader(SampleSource source, SampleRing ring, Clock time) {
        this.source = source;
        this.ring = ring;
        this.time = time;
        int channels = source.profile().channels().size();
        if (ring.channels() != channels) {
            throw new IllegalArgumentException("ring of " + ring.channels() + " channels for " + channels);
        }
        double nominal = source.profile().rateHz();
        held = new HeldSamples(channels, (int) Math.ceil(HELD_SECONDS * Math.max(nominal, 1000)));
        check = new CounterCheck(channels, new Believed());
        if (nominal > 0) {
            rateHz = nominal;
            clock = new SampleClock(nominal);
        }
    }

    /** A ring that holds a device's last 65 seconds or more. */
    public static SampleRing ringFor(int channels, double rateHz) {
        return new SampleRing(channels, (int) Math.ceil(65 * (rateHz > 0 ? rateHz : 1000)));
    }

    @Override
    public String name() {
        return "acq-" + source.profile().id();
    }

    public Health health() {
        return health;
    }

    public GapLog gaps() {
        return gaps;
    }

    /** Nominal rate, or what was measured; 0 while it is being measured. Any thread. */
    public double rateHz() {
        return rateHz;
    }

    @Override
    public int work() throws Exception {
        try {
            return read();
        } catch (RuntimeException unforeseen) {
            broken = true;
            throw unforeseen;
        }
    }

    private int read() throws Exception {
        long now = time.nanos();
        if (!open && !reopen(now)) {
            publishWhileGone(now);
            return 0;
        }
        stamped = false;
        samplesThisRead = 0;
        int came;
        try {
            check.modulus(source.counterModulus());
            came = source.read(arrivals);
        } catch (DeviceException gone) {
            lineIsGone(gone);
            return 1;
        }
        afterRead();
        return Math.max(came, 1);
    }

    private boolean reopen(long now) throws DeviceException {
        if (everOpen && now < nextTryNanos) {
            return false;
        }
        try {
            source.open();
            open = true;
            everOpen = true;
            lastSampleNanos = time.nanos();
            health.message("");
            return true;
        } catch (DeviceException notThere) {
            if (!everOpen) {
                throw notThere;
            }
            health.message(notThere.getMessage());
            nextTryNanos = time.nanos() + REOPEN_EVERY_NANOS;
            return false;
        }
    }

    private void lineIsGone(DeviceException gone) {
        LOG.info("{}: the line is gone", name());
        check.reset();
        rate.reset();
        if (holding) {
            release();
        }
        source.close();
        open = false;
        lineWasGone = true;
        health.line(Line.LOST);
        health.message(gone.getMessage());
        nextTryNanos = time.nanos() + REOPEN_EVERY_NANOS;
    }

    private void publishWhileGone(long now) {
        if (clock != null && clock.started()) {
            long upTo = (long) Math.floor(clock.indexAt(now)) - 1;
            fill(upTo - ring.published());
            ring.wakeReaders();
        }
    }

    /** Publishes samples without a value and remembers where they began. */
    private void fill(long samples) {
        if (samples <= 0) {
            return;
        }
        long first = ring.published();
        if (gapStart < 0) {
            gapStart = first;
        }
        for (long i = 0; i < samples; i++) {
            ring.publishLost(clock.nanosOf(first + i));
        }
    }

    private void endGap(boolean estimated, Reason reason) {
        if (gapStart >= 0) {
            long samples = ring.published() - gapStart;
            gaps.add(gapStart, samples, estimated, reason);
            health.gap(samples);
            gapStart = -1;
        }
    }

    /** What comes from the device. */
    private final class Arrivals implements SampleSink {

        @Override
        public void lost(long samples) {
            stamp();
            if (rateHz > 0) {
                check.lost(samples);
            }
        }

        @Override
        public void sample(double[] codes) {
            stamp();
            samplesThisRead++;
            if (rateHz > 0) {
                check.sample(codes);
            } else {
                measure();
            }
        }
    }

    /** A device that does not tell its rate: its first samples are counted, not published. */
    private void measure() {
        double found = rate.sample(arrivalNanos);
        if (found > 0) {
            clock = new SampleClock(found);
            rateHz = found;
            LOG.info("{}: {} samples a second measured", name(), found);
        }
    }

    /** What the counter check lets through. */
    private final class Believed implements SampleSink {

        @Override
        public void lost(long samples) {
            lastJumpNanos = arrivalNanos;
            long left = samples;
            if (holding && held.count() == 0) {
                held.countLoss(left);
                return;
            }
            while (holding && left > 0) {
                if (held.full()) {
                    release();
                } else {
                    held.addLost();
                    left--;
                }
            }
            if (left > 0) {
                fill(left);
                endGap(false, Reason.FRAMES);
            }
        }

        @Override
        public void sample(double[] codes) {
            if (holding && held.full()) {
                release();
            }
            if (holding) {
                held.add(codes);
                return;
            }
            long index = ring.published();
            ring.publish(codes, clock.started() ? clock.nanosOf(index) : arrivalNanos);
        }
    }

    /** Time of this read's first sample; also sees whether a pause came before it. */
    private void stamp() {
        if (stamped) {
            return;
        }
        stamped = true;
        arrivalNanos = time.nanos();
        if (rateHz == 0 || !clock.started()) {
            return;
        }
        boolean paused = paused(arrivalNanos - lastSampleNanos);
        if (paused) {
            check.settle();
        }
        if (paused && holding && held.count() > 0) {
            // What is held belongs before this pause, and its place is known as well as it ever will be.
            release();
        }
        if (!holding && (lineWasGone || paused)) {
            holding = true;
            held.begin(arrivalNanos);
        }
    }

    /** A pause in which the counter may have gone round, or in which a device without a counter may have lost samples. */
    private boolean paused(long silentNanos) {
        long modulus = source.counterModulus();
        double counterSeconds = modulus > 0 ? modulus / rateHz / 2 : 0;
        return silentNanos > 1e9 * Math.max(Math.max(0.1, 3 / rateHz), Math.min(counterSeconds, 1));
    }

    private void afterRead() {
        long now = stamped ? arrivalNanos : time.nanos();
        if (samplesThisRead > 0) {
            if (rateHz > 0) {
                ring.wakeReaders();
                if (holding) {
                    weigh();
                } else {
                    clock.observe(ring.published() - 1, arrivalNanos);
                    compareWithClock();
                    health.rate(clock.rateHz(), clock.partsPerMillion());
                }
            }
            lastSampleNanos = arrivalNanos;
            health.line(Line.LIVE);
        } else {
            watchSilence(now);
        }
    }

    /** Held samples: how many seem to be missing in front of them? Nothing is a verdict at once, a loss later. */
    private void weigh() {
        long behind = check.waits() ? 1 + (held.count() > 0 ? check.jump() : 0) : 0;
        double missing = clock.indexAt(arrivalNanos) + 1 - ring.published() - held.count() - behind;
        held.weigh(missing, rateHz, arrivalNanos);
        if (held.count() > 0 && (missingSamples() <= held.countedLoss() || held.settled(arrivalNanos))) {
            release();
        }
    }

    private long missingSamples() {
        return lineWasGone ? held.missingByClock() : held.missing(source.counterModulus(), rateHz);
    }

    /** Publishes what is missing and then what was held. */
    private void release() {
        long samples = missingSamples();
        boolean uncounted = samples > held.countedLoss();
        boolean estimated = lineWasGone || uncounted;
        fill(samples);
        endGap(estimated, lineWasGone ? Reason.UNPLUGGED : uncounted ? Reason.SILENCE : Reason.FRAMES);
        for (int i = 0; i < held.count(); i++) {
            if (held.lost(i)) {
                fill(1);
            } else {
                endGap(false, Reason.FRAMES);
                ring.publish(held.sample(i), clock.nanosOf(ring.published()));
            }
        }
        endGap(false, Reason.FRAMES);
        holding = false;
        lineWasGone = false;
        held.begin(arrivalNanos);
        lastJumpNanos = arrivalNanos;
        clock.observe(ring.published() - 1, arrivalNanos);
        ring.wakeReaders();
    }

    /** A short loss that the counter cannot tell from none leaves the stream late for good: the clock sees it. */
    private void compareWithClock() {
        if (clock.seconds() == checkedSeconds) {
            return;
        }
        checkedSeconds = clock.seconds();
        boolean doubtful = lastJumpNanos != 0 && arrivalNanos - lastJumpNanos < DOUBTFUL_NANOS;
        double late = clock.lastingLatenessNanos() * rateHz / 1e9;
        long modulus = source.counterModulus();
        if (doubtful && late > (modulus > 0 ? modulus / 2.0 + 0.002 * rateHz : Math.max(2, 0.02 * rateHz))) {
            long quantum = Math.max(1, modulus);
            fill(Math.round(late / quantum) * quantum);
            endGap(true, Reason.FRAMES);
            lastJumpNanos = 0;
        }
    }

    private void watchSilence(long now) {
        long silent = now - lastSampleNanos;
        double interval = rateHz > 0 ? 1e9 / rateHz : 0;
        if (silent > Math.max(1e9, 5 * interval)) {
            health.line(Line.LOST);
        } else if (silent > Math.max(0.5e9, 3 * interval)) {
            health.line(Line.STALE);
        }
        if (silent > DEAD_AFTER_NANOS && clock != null && clock.started()) {
            lineIsGone(new DeviceException("The sensor is silent; check its switch, its battery and its cable."));
        }
    }

    @Override
    public void close() {
        source.close();
        health.line(broken ? Line.LOST : Line.CLOSED);
        if (broken) {
            health.message("The sensor could not be read any more; end the session and start again.");
        }
    }
}

package org.stillpoint.report;

import java.util.ArrayList;
import java.util.List;
import org.stillpoint.metric.Pipeline;
import org.stillpoint.signal.Channel;
import org.stillpoint.store.Recording;
import org.stillpoint.store.SampleReader;
import org.stillpoint.store.SessionHeader;
import org.stillpoint.store.StoreException;
import org.stillpoint.store.TimeMap;

/**
 * A recorded session through the pipeline that ran live: all devices in the order of their times, code by code, with the pacer
 * where it stood; held time and the surroundings of marked disturbances are left out of the measures. One thread; constant
 * memory.
 *
 * <p>As live, time passes in ticks of 20 ms of sample time, each after a whole sample: there masks begin and end, what is
 * too old goes absent, and the pacer goes on.
 */
final class SessionReplay implements AutoCloseable {

    private static final double TICK_SECONDS = 0.02;

    private final Pipeline pipeline;
    private final SampleReader[] readers;
    private final TimeMap[] times;
    private final double[] nextSeconds;
    private final int[] firstLine;
    private final MaskTimes masks;
    private final FeedbackTrace feedback;
    private int device = -1;
    private int channel;
    private double nextTickSeconds;
    private double seconds;
    private boolean ticked;
    private boolean masked;

    SessionReplay(Recording recording) throws StoreException {
        List<SessionHeader.Device> devices = recording.header().devices();
        readers = new SampleReader[devices.size()];
        times = new TimeMap[devices.size()];
        nextSeconds = new double[devices.size()];
        firstLine = new int[devices.size()];
        List<Pipeline.Line> lines = new ArrayList<>();
        for (int d = 0; d < devices.size(); d++) {
            firstLine[d] = lines.size();
            for (Channel one : devices.get(d).channels()) {
                lines.add(new Pipeline.Line(one, devices.get(d).rateHz()));
            }
            readers[d] = recording.samples(d);
            times[d] = recording.time(d);
            read(d);
        }
        masks = new MaskTimes(recording.markers());
        feedback = new FeedbackTrace(recording);
        pipeline = new Pipeline(lines, recording.header().settings());
    }

    private void read(int d) throws StoreException {
        nextSeconds[d] = readers[d].next() ? times[d].seconds(readers[d].index()) : Double.POSITIVE_INFINITY;
    }

    /** Steps the pipeline by one code, if there is one. */
    boolean next() throws StoreException {
        if (device >= 0 && channel + 1 == readers[device].codes().length) {
            read(device);
            device = -1;
        } else {
            channel++;
        }
        if (device < 0) {
            device = earliest();
            if (device < 0) {
                return false;
            }
            channel = 0;
            seconds = nextSeconds[device];
        }
        pipeline.step(line(), readers[device].codes()[channel], seconds);
        ticked = channel + 1 == readers[device].codes().length && seconds >= nextTickSeconds;
        if (ticked) {
            tick();
        }
        return true;
    }

    private void tick() throws StoreException {
        nextTickSeconds = Math.floor(seconds / TICK_SECONDS + 1) * TICK_SECONDS;
        // the times written down live may lie a few ms beside those of the fitted clock: the nearest tick is meant
        double written = seconds + TICK_SECONDS / 2;
        masked = masks.at(written);
        pipeline.mask(masked);
        pipeline.advance(seconds);
        feedback.to(written);
        pipeline.pacer(feedback.paces(), feedback.ratePerMinute(), feedback.phase(seconds));
    }

    private int earliest() {
        int first = -1;
        for (int d = 0; d < readers.length; d++) {
            if (nextSeconds[d] < Double.POSITIVE_INFINITY && (first < 0 || nextSeconds[d] < nextSeconds[first])) {
                first = d;
            }
        }
        return first;
    }

    Pipeline pipeline() {
        return pipeline;
    }

    /** Line of the newest step. */
    int line() {
        return firstLine[device] + channel;
    }

    /** Time of the newest step, in seconds since the session's start. */
    double seconds() {
        return seconds;
    }

    /** Whether a tick was over with the newest step: the measures are up to date. */
    boolean ticked() {
        return ticked;
    }

    /** Whether nothing counts now: a hold, or a marked disturbance. */
    boolean masked() {
        return masked;
    }

    /** Whether the feedback was veiled. */
    boolean veiled() {
        return feedback.veiled();
    }

    @Override
    public void close() {
        feedback.close();
        for (SampleReader reader : readers) {
            reader.close();
        }
    }
}

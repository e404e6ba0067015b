package org.stillpoint.report;

import java.util.ArrayList;
import java.util.List;
import org.stillpoint.metric.Pipeline;
import org.stillpoint.signal.Channel;
import org.stillpoint.signal.Marker;
import org.stillpoint.store.Recording;
import org.stillpoint.store.SampleReader;
import org.stillpoint.store.SessionHeader;
import org.stillpoint.store.StoreException;
import org.stillpoint.store.TimeMap;

/**
 * A recorded session through the pipeline that ran live: all devices in the order of their times, code by code; held time
 * is left out of the measures as it was then. One thread; constant memory.
 */
final class SessionReplay implements AutoCloseable {

    private static final double ADVANCE_SECONDS = 0.02;

    private final Pipeline pipeline;
    private final SampleReader[] readers;
    private final TimeMap[] times;
    private final double[] nextSeconds;
    private final int[] firstLine;
    private final List<Marker> holds;
    private int hold;
    private int device = -1;
    private int channel;
    private double advanceAt = Double.NEGATIVE_INFINITY;
    private double seconds;
    private boolean held;

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
        holds = recording.markers().stream()
                .filter(marker -> marker.kind().equals("hold") || marker.kind().equals("resume"))
                .toList();
        pipeline = new Pipeline(lines, recording.header().settings());
    }

    private void read(int d) throws StoreException {
        nextSeconds[d] = readers[d].next() ? times[d].seconds(readers[d].index()) : Double.POSITIVE_INFINITY;
    }

    /** Steps the pipeline by one code, if there is one. */
    boolean next() throws StoreException {
        if (device >= 0) {
            channel++;
            if (channel == readers[device].codes().length) {
                leaveSample();
            }
        }
        if (device < 0) {
            device = earliest();
            if (device < 0) {
                return false;
            }
            channel = 0;
            seconds = nextSeconds[device];
            while (hold < holds.size() && holds.get(hold).tSeconds() < seconds) {
                held = holds.get(hold++).kind().equals("hold");
                pipeline.mask(held);
            }
        }
        pipeline.step(line(), readers[device].codes()[channel], seconds);
        return true;
    }

    private void leaveSample() throws StoreException {
        if (device == 0 && seconds >= advanceAt) {
            pipeline.advance(seconds);
            advanceAt = (Math.floor(seconds / ADVANCE_SECONDS) + 1) * ADVANCE_SECONDS;
        }
        read(device);
        device = -1;
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

    /** Whether the session was on hold then. */
    boolean held() {
        return held;
    }

    @Override
    public void close() {
        for (SampleReader reader : readers) {
            reader.close();
        }
    }
}

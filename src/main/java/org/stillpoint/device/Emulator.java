package org.stillpoint.device;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import org.stillpoint.signal.Channel;
import org.stillpoint.signal.Modality;

/**
 * A device on a real pseudo-terminal: it answers the host, paces its samples by the clock handed in and makes the faults
 * it is told to make.
 *
 * <p>{@link #open} gives the path that programs open; {@link #run} works on the thread that calls it until the time is
 * over or {@link #stop} is called from any thread. Sample numbers count from the device's first sample, go on with the
 * clock while it is silent or unplugged, and never repeat.
 */
public final class Emulator implements AutoCloseable {

    private static final long LISTEN_NANOS = 3_000_000;
    private static final long RETRY_NANOS = 1_000_000;
    /** So long a reader may take for what lies in the line before the plug is pulled. */
    private static final long LAST_BYTES_NANOS = 40_000_000;

    private final Emulation emulation;
    private final LongSupplier nanos;
    private final FrameEncoder encoder;
    private final EmulatedSignal signal;
    private final Faults faults;
    private final LineFaults lineFaults;
    private final int[] leadOffInputs;
    private final boolean[] leadsOff;
    private final int otherBaud;
    private final double[] codes;
    private final byte[] frame = new byte[4096];
    private final byte[] heard = new byte[1024];
    private final LineQueue queue = new LineQueue();
    private final String name;
    private final boolean[] restarted;
    private PtyLink link;
    private Ledger ledger = Ledger.none();
    private SampleSchedule schedule;
    private long originNanos;
    private long next;
    private double rateHz;
    private boolean streaming;
    private boolean pulled;
    private long pullNanos;
    private boolean stalled;
    private boolean garbled;
    private volatile boolean stopping;

    /**
     * Prepares a device; nothing is opened yet.
     *
     * @param nanos the monotonic clock
     * @throws DeviceException when devices of this kind cannot be emulated or the recording cannot be read
     * @throws IllegalArgumentException when a channel or column is not there; the message says which there are
     */
    public Emulator(DeviceProfile profile, Emulation emulation, LongSupplier nanos) throws DeviceException {
        this.emulation = emulation;
        this.nanos = nanos;
        faults = emulation.faults();
        name = profile.id();
        SignalTable table = emulation.signal() == null ? null : SignalTable.read(emulation.signal());
        if (table != null && !(emulation.signalHz() > 0)) {
            throw new IllegalArgumentException("A signal file needs its rate: say --rate HZ.");
        }
        encoder = FrameEncoders.of(
                profile,
                labels(profile, emulation, table),
                table == null ? FrameEncoders.SKETCH_HZ : emulation.signalHz());
        List<List<String>> names = FrameEncoders.names(encoder);
        List<Channel> inputs = encoder.inputs();
        codes = new double[inputs.size()];
        if (table != null) {
            signal = TableSignal.of(inputs, names, table, emulation.signalHz(), encoder.rateHz(), emulation.map());
        } else if (emulation.scenario() == Scenario.RAMP) {
            signal = new RampSignal(inputs);
        } else {
            signal = new PatientSignal(inputs, emulation.scenario(), encoder.rateHz(), emulation.seed());
        }
        leadOffInputs = faults.leadOffs().stream()
                .mapToInt(lead -> ColumnMap.input(lead.channel(), names))
                .toArray();
        leadsOff = new boolean[leadOffInputs.length];
        restarted = new boolean[faults.restartSeconds().size()];
        lineFaults = new LineFaults(faults, emulation.seed());
        List<Integer> bauds =
                profile.port() == null ? List.of() : profile.port().bauds();
        otherBaud = bauds.size() > 1 ? bauds.get(1) : -1;
    }

    /** A sketch prints what it is told to: the labels, else the mapped channels, else the recording's columns. */
    private static List<String> labels(DeviceProfile profile, Emulation emulation, SignalTable table) {
        boolean lines = profile.frame() != null && profile.frame().kind().equals("lines");
        if (!emulation.channels().isEmpty() || !lines) {
            return emulation.channels();
        }
        if (!emulation.map().isEmpty()) {
            return emulation.map().stream().map(ColumnMap::channel).toList();
        }
        if (table != null) {
            return table.columns();
        }
        boolean anything = profile.channels().stream().allMatch(c -> c.modality() == Modality.AUX);
        return anything && emulation.scenario() != Scenario.RAMP ? List.of("ecg", "ppg", "resp", "emg") : List.of();
    }

    /** Opens the port and the ledger; the path stays valid when the device is unplugged and comes back. */
    public Path open() throws DeviceException {
        if (emulation.ledger() != null) {
            ledger = Ledger.to(emulation.ledger());
        }
        link = PtyLink.open(name);
        return link.path();
    }

    /** Is the device until its time is over or it is stopped; closes the port and the ledger. */
    public void run() throws DeviceException {
        long end = emulation.seconds() > 0 ? (long) (emulation.seconds() * 1e9) : Long.MAX_VALUE;
        try {
            begin();
            long now = nanos.getAsLong();
            while (!stopping && now - originNanos < end) {
                long wake = Math.min(step(now) - originNanos, end) + originNanos;
                now = nanos.getAsLong();
                if (wake > now) {
                    LockSupport.parkNanos(wake - now);
                    now = nanos.getAsLong();
                }
            }
            if (streaming && link.hasReader()) {
                queue.pump(link, ledger, seconds(now));
                rest(LAST_BYTES_NANOS);
            }
            queue.drop(ledger, seconds(now), "unread");
        } finally {
            close();
        }
    }

    /** Whether rows of the ledger were lost because its file could not be written. */
    public boolean ledgerBroken() {
        return ledger.broken();
    }

    /** Ends {@link #run} soon; any thread. */
    public void stop() {
        stopping = true;
    }

    @Override
    public void close() {
        if (link != null) {
            link.close();
        }
        ledger.close();
    }

    /** Whether the device sends at this moment. */
    boolean streaming() {
        return streaming;
    }

    /** Time 0 is now. */
    void begin() {
        originNanos = nanos.getAsLong();
        encoder.restart(originNanos);
    }

    /** Does all that is due and says when it wants to be called again. */
    long step(long now) throws DeviceException {
        double t = seconds(now);
        cable(now, t);
        boolean reader = !pulled && link.hasReader();
        if (!reader) {
            queue.drop(ledger, t, pulled ? "unplugged" : "unread");
        }
        listen(now, reader);
        garbled = faults.wrongBaud() && !(otherBaud > 0 && link.hostBaud().orElse(0) == otherBaud);
        restarts(now, t);
        long wake = Math.min(now + LISTEN_NANOS, samples(now, reader));
        boolean stall = Faults.any(faults.stall(), t);
        if (stall != stalled) {
            stalled = stall;
            ledger.row(next, t, stall ? "stall" : "stall-over");
        }
        if (!stall) {
            queue.pump(link, ledger, t);
        }
        ledger.tick(now);
        return queue.empty() || stall ? wake : Math.min(wake, now + RETRY_NANOS);
    }

    private void cable(long now, double t) throws DeviceException {
        boolean out = Faults.any(faults.unplug(), t);
        if (out && !pulled) {
            pulled = true;
            pullNanos = now + LAST_BYTES_NANOS;
            if (streaming && queue.empty() && link.hasReader()) {
                // A plug is pulled in the middle of a frame.
                signal.codes(next, codes);
                link.write(frame, 0, encoder.encode(codes, frame) / 2);
                ledger.row(next++, t, "unplugged");
            }
            ledger.row(next, t, "unplug");
        }
        if (pulled && out && link.plugged() && now >= pullNanos) {
            link.unplug();
        }
        if (pulled && !out) {
            pulled = false;
            link.unplug();
            link.plug();
            ledger.row(next, t, "plug");
        }
    }

    private void listen(long now, boolean reader) throws DeviceException {
        int count;
        while ((count = link.read(heard)) > 0) {
            for (int i = 0; i < count; i++) {
                encoder.hear(heard[i], now);
            }
        }
        int answer = encoder.answer(now, frame);
        if (reader && answer > 0) {
            queue.offer(frame, answer, -1, null);
        }
    }

    private void restarts(long now, double t) {
        for (int i = 0; i < restarted.length; i++) {
            if (!restarted[i] && t >= faults.restartSeconds().get(i)) {
                restarted[i] = true;
                encoder.restart(now);
                ledger.row(next, t, "restart");
            }
        }
    }

    /** Sends what is due and returns when the next burst is. */
    private long samples(long now, boolean reader) {
        boolean was = streaming;
        streaming = encoder.streaming();
        double rate = rate(seconds(now));
        if (was != streaming) {
            if (streaming && schedule == null) {
                schedule = new SampleSchedule(now, rate);
            } else if (streaming) {
                next = Math.max(next, schedule.dueBy(now));
            }
            ledger.row(next, seconds(now), streaming ? "start" : "stop");
        }
        if (!streaming) {
            return Long.MAX_VALUE;
        }
        if (rate != rateHz) {
            schedule.change(now, rate);
            rateHz = rate;
        }
        int burst = encoder.samplesPerBurst();
        long due = schedule.dueBy(now);
        due -= due % burst;
        while (next < due) {
            sample(next, reader);
            next++;
        }
        return schedule.dueNanos(due + burst - 1);
    }

    private double rate(double t) {
        double factor = emulation.speed() * (1 + faults.driftPpm() * 1e-6);
        for (Faults.Flood flood : faults.floods()) {
            factor *= t >= flood.fromSeconds() ? flood.factor() : 1;
        }
        return encoder.rateHz() * factor;
    }

    private void sample(long index, boolean reader) {
        double t = seconds(schedule.dueNanos(index));
        signal.codes(index, codes);
        for (int i = 0; i < leadsOff.length; i++) {
            boolean off = faults.leadOffs().get(i).window().holds(t);
            if (off != leadsOff[i]) {
                leadsOff[i] = off;
                ledger.row(
                        index,
                        t,
                        (off ? "lead-off " : "lead-on ")
                                + faults.leadOffs().get(i).channel());
            }
            if (off) {
                double rail = encoder.inputs().get(leadOffInputs[i]).highestCode();
                codes[leadOffInputs[i]] = Double.isNaN(rail) ? 1023 : rail;
            }
        }
        int length = encoder.encode(codes, frame);
        if (!reader) {
            ledger.row(index, t, pulled ? "unplugged" : "unread");
            return;
        }
        length = lineFaults.apply(index, t, frame, length);
        if (garbled) {
            lineFaults.garble(index, frame, length);
        }
        String event = garbled && length > 0 ? "wrong-baud" : lineFaults.event();
        if (length == 0) {
            ledger.row(index, t, event);
        } else if (!queue.offer(frame, length, index, event)) {
            ledger.row(index, t, "overrun");
        } else if (lineFaults.again(index)) {
            queue.offer(frame, length, index, "duplicated");
        }
    }

    private double seconds(long now) {
        return (now - originNanos) * 1e-9;
    }

    private void rest(long forNanos) {
        long until = nanos.getAsLong() + forNanos;
        long left;
        while ((left = until - nanos.getAsLong()) > 0 && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(left);
        }
    }
}

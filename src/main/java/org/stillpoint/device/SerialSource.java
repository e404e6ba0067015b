package org.stillpoint.device;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;
import java.util.function.LongSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A device on a line: opens it as its profile says, asks who it is, starts it, and gives every frame that the decoder
 * finds. Reading allocates nothing.
 */
public final class SerialSource implements SampleSource {

    private static final int CHUNK_BYTES = 8192;
    private static final long LEFT_RUNNING_NANOS = 60_000_000;
    private static final long LAST_WORD_NANOS = 50_000_000;
    private static final long DRAIN_NANOS = 200_000_000;
    private static final long WAITED_NANOS = 5_000_000;
    private static final long SILENCE_NANOS = 3_000_000_000L;
    /** Longer than the three seconds of rubbish after which a line is usually given up, so that it may come to an end. */
    private static final long NO_FRAME_NANOS = 4_000_000_000L;

    private final String where;
    private final DeviceProfile profile;
    private final IntFunction<ByteSource> lines;
    private final FrameDecoder decoder;
    private final LongSupplier nanos;
    private final byte[] chunk = new byte[CHUNK_BYTES];
    private ByteSource line;
    private boolean started;
    private String answer = "";
    private long keepAliveNanos;
    private long newestFrames;
    private long frameNanos;

    /**
     * A device behind any line.
     *
     * @param where name of the line, for messages
     * @param lines gives a line of the speed it is asked for, not yet open
     * @param decoder for this profile, used by nobody else
     * @param nanos the monotonic clock
     */
    public SerialSource(
            String where,
            DeviceProfile profile,
            IntFunction<ByteSource> lines,
            FrameDecoder decoder,
            LongSupplier nanos) {
        this.where = where;
        this.profile = profile;
        this.lines = lines;
        this.decoder = decoder;
        this.nanos = nanos;
    }

    /** A device on a serial port. */
    public static SerialSource on(String path, DeviceProfile profile, FrameDecoder decoder, LongSupplier nanos) {
        DeviceProfile.PortSettings port = profile.port();
        return new SerialSource(
                path,
                profile,
                baud -> new SerialByteSource(path, baud, port.line(), port.dtr(), port.rts()),
                decoder,
                nanos);
    }

    @Override
    public DeviceProfile profile() {
        return profile;
    }

    /** What the device said of itself when it was asked; empty when it was not asked. */
    public Optional<String> answer() {
        return answer.isEmpty() ? Optional.empty() : Optional.of(answer);
    }

    @Override
    public void open() throws DeviceException {
        close();
        DeviceException last = null;
        for (int baud : profile.port().bauds()) {
            line = lines.apply(baud);
            try {
                line.open();
                rest(profile.port().settleMillis() * 1_000_000L);
                if (profile.port().settleMillis() > 0) {
                    drain();
                }
                greet();
                send(profile.commands().start());
                started = true;
                decoder.reset();
                long now = nanos.getAsLong();
                keepAliveNanos = now;
                newestFrames = decoder.frames();
                frameNanos = now;
                return;
            } catch (DeviceException e) {
                line.close();
                line = null;
                if (!(e instanceof WrongSpeed)) {
                    throw e;
                }
                last = e;
            }
        }
        throw last == null ? new DeviceException("The profile " + profile.id() + " names no line speed.") : last;
    }

    @Override
    public int read(SampleSink sink) throws DeviceException {
        int count = line == null ? -1 : line.read(chunk);
        if (count < 0) {
            started = false;
            close();
            throw new DeviceException(SerialByteSource.gone(where));
        }
        if (count > 0) {
            decoder.feed(chunk, 0, count, sink);
        }
        watch(count);
        return count;
    }

    @Override
    public int counterModulus() {
        return decoder.counterModulus();
    }

    @Override
    public void close() {
        if (line == null) {
            return;
        }
        try {
            if (started) {
                send(profile.commands().stop());
                // Closing throws away what has not left the port yet.
                rest(profile.commands().stop().isEmpty() ? 0 : LAST_WORD_NANOS);
            }
        } catch (DeviceException e) {
            // Gone already: there is nothing left to stop.
        }
        started = false;
        line.close();
        line = null;
    }

    private void watch(int count) throws DeviceException {
        long now = nanos.getAsLong();
        if (decoder.frames() != newestFrames || count == 0) {
            // A silent line is another matter: whoever reads sees that nothing comes.
            newestFrames = decoder.frames();
            frameNanos = now;
        } else if (now - frameNanos > NO_FRAME_NANOS) {
            close();
            throw new DeviceException("What comes from " + where + " is not the language of " + profile.name()
                    + ": choose the right device, or pull its plug and put it in again.");
        }
        DeviceProfile.Commands commands = profile.commands();
        if (commands.everyMillis() > 0
                && commands.keepAlive() != null
                && commands.keepAlive().length > 0
                && now - keepAliveNanos >= commands.everyMillis() * 1_000_000L) {
            keepAliveNanos = now;
            line.write(commands.keepAlive());
        }
    }

    private void greet() throws DeviceException {
        DeviceProfile.Find find = profile.find();
        answer = "";
        if (find != null && find.ask() != null && find.ask().length > 0) {
            ask(find);
        } else if (find != null && find.listenMillis() > 0) {
            listen(find);
        }
    }

    private void ask(DeviceProfile.Find find) throws DeviceException {
        if (heard(LEFT_RUNNING_NANOS, 1, null).length() > 0) {
            // Left running by somebody else: stop it, for some devices answer only when they are idle.
            send(profile.commands().stop());
            rest(SILENCE_NANOS / 15);
        }
        rest(gapNanos());
        line.write(find.ask());
        Pattern pattern = pattern(find.answer());
        String heard = heard(find.withinMillis() * 1_000_000L, Integer.MAX_VALUE, pattern);
        Matcher matcher = pattern.matcher(heard);
        if (!matcher.find()) {
            throw new DeviceException(
                    heard.isEmpty()
                            ? profile.name() + " does not answer on " + where
                                    + ": switch it on, and check that this is its port."
                            : "What answers on " + where + " is not " + profile.name() + "; it said \""
                                    + readable(heard) + "\". Choose the device that is plugged in.");
        }
        answer = matcher.group();
    }

    private void listen(DeviceProfile.Find find) throws DeviceException {
        long patience = Math.max(SILENCE_NANOS, find.listenMillis() * 1_000_000L);
        boolean text = "lines".equals(profile.frame().kind());
        long before = decoder.frames();
        long until = nanos.getAsLong() + patience;
        long firstNanos = 0;
        int bytes = 0;
        int unprintable = 0;
        while (nanos.getAsLong() - until < 0) {
            int count = line.read(chunk);
            if (count < 0) {
                throw new DeviceException(SerialByteSource.gone(where));
            }
            for (int i = 0; i < count; i++) {
                unprintable += printable(chunk[i] & 0xFF) ? 0 : 1;
            }
            decoder.feed(chunk, 0, count, NOBODY);
            if (bytes == 0 && count > 0) {
                firstNanos = nanos.getAsLong();
                until = Math.min(until, firstNanos + find.listenMillis() * 1_000_000L);
            }
            bytes += count;
            if (text && bytes >= 200 && unprintable * 5 > bytes) {
                break;
            }
            if (decoder.frames() > before && (!text || unprintable * 5 <= bytes)) {
                return;
            }
        }
        if (bytes == 0) {
            throw new DeviceException("Nothing comes from " + where + ": switch " + profile.name()
                    + " on, and check that this is its port.");
        }
        throw new WrongSpeed("What comes from " + where + " is not the language of " + profile.name() + " at "
                + profile.port().bauds() + " baud: choose the device that is plugged in, or its line speed.");
    }

    /** Reads until the time is over, enough came or the pattern is found; what was heard as ISO-8859-1. */
    private String heard(long forNanos, int enough, Pattern pattern) throws DeviceException {
        StringBuilder heard = new StringBuilder();
        long until = nanos.getAsLong() + forNanos;
        do {
            int count = line.read(chunk);
            if (count < 0) {
                throw new DeviceException(SerialByteSource.gone(where));
            }
            heard.append(new String(chunk, 0, count, StandardCharsets.ISO_8859_1));
            if (heard.length() >= enough
                    || pattern != null && pattern.matcher(heard).find()) {
                break;
            }
            if (heard.length() > 65536) {
                heard.delete(0, heard.length() - 4096);
            }
        } while (nanos.getAsLong() - until < 0);
        return heard.toString();
    }

    private void send(List<byte[]> commands) throws DeviceException {
        for (byte[] command : commands) {
            rest(gapNanos());
            line.write(command);
        }
    }

    private long gapNanos() {
        return profile.commands().gapMillis() * 1_000_000L;
    }

    /** Waits; what comes meanwhile stays in the line. */
    private void rest(long forNanos) throws DeviceException {
        long until = nanos.getAsLong() + forNanos;
        while (until - nanos.getAsLong() > 0) {
            LockSupport.parkNanos(Math.min(until - nanos.getAsLong(), 20_000_000));
            if (Thread.currentThread().isInterrupted()) {
                throw new DeviceException("Opening " + where + " was broken off.");
            }
        }
    }

    /** Throws away what gathered while the device settled: until a read has to wait. */
    private void drain() {
        long until = nanos.getAsLong() + DRAIN_NANOS;
        long before;
        long now = nanos.getAsLong();
        int count;
        do {
            before = now;
            count = line.read(chunk);
            now = nanos.getAsLong();
        } while (count > 0 && now - before < WAITED_NANOS && now - until < 0);
    }

    private Pattern pattern(String expression) {
        try {
            return Pattern.compile(expression == null ? "" : expression);
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException("answer of profile " + profile.id() + ": " + expression, e);
        }
    }

    private static boolean printable(int b) {
        return b >= 0x20 && b <= 0x7E || b == 0x09 || b == 0x0A || b == 0x0D;
    }

    private static String readable(String heard) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < Math.min(48, heard.length()); i++) {
            char c = heard.charAt(i);
            text.append(c >= 0x20 && c <= 0x7E ? String.valueOf(c) : String.format("<%02X>", (int) c));
        }
        return heard.length() > 48 ? text + "…" : text.toString();
    }

    private static final SampleSink NOBODY = new SampleSink() {
        @Override
        public void sample(double[] codes) {
            // Only counted, by the decoder.
        }

        @Override
        public void lost(long samples) {
            // As above.
        }
    };

    /** Bytes came, but not in this device's language: perhaps the next line speed is right. */
    private static final class WrongSpeed extends DeviceException {
        private static final long serialVersionUID = 1L;

        WrongSpeed(String message) {
            super(message);
        }
    }
}

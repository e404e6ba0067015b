package org.stillpoint.device;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.stillpoint.signal.Channel;
import org.stillpoint.signal.Quality;
import org.stillpoint.signal.QualityMonitor;

/**
 * Finds out what hangs on a port: by its USB identity, by listening for at most 1.5 s, and, only where a person named the
 * port, by asking. Slow one-off work: not for a screen's thread.
 */
public final class PortProbe {

    private static final long LISTEN_NANOS = 1_500_000_000L;
    private static final long NEXT_SPEED_NANOS = 300_000_000L;
    private static final Pattern FIRMWARE = Pattern.compile("v[0-9]+(\\.[0-9]+)*");

    private final List<DeviceProfile> profiles;
    private final LongSupplier nanos;

    /**
     * What was found; empty or NaN where nothing is known.
     *
     * @param candidates ids of profiles with this USB identity
     * @param profile what was recognised; null when nothing was
     * @param firmware as the device says it
     * @param rateHz nominal, or measured while listening
     * @param channels of the device as it was heard
     * @param qualities one for each channel; empty when no samples were heard
     * @param said a sentence when the port could not be opened or what answered was something else
     */
    public record Found(
            SerialPorts.Port port,
            SerialPorts.State state,
            List<String> candidates,
            DeviceProfile profile,
            String firmware,
            double rateHz,
            List<Channel> channels,
            List<Quality> qualities,
            String said) {}

    /** @param profiles all that could hang on a port */
    public PortProbe(List<DeviceProfile> profiles, LongSupplier nanos) {
        this.profiles = profiles.stream()
                .filter(p -> p.port() != null
                        && p.find() != null
                        && p.frame() != null
                        && FrameDecoders.kinds().contains(p.frame().kind()))
                .toList();
        this.nanos = nanos;
    }

    /** Opens the port and listens; sends nothing. */
    public Found listen(SerialPorts.Port port) {
        SerialPorts.State state = SerialPorts.state(port.path());
        if (state != SerialPorts.State.FREE) {
            return nothing(port, state, "");
        }
        List<DeviceProfile> listened = candidates(port).stream()
                .filter(p -> p.find().listenMillis() > 0)
                .toList();
        long until = nanos.getAsLong() + LISTEN_NANOS;
        for (DeviceProfile profile : listened) {
            List<Integer> bauds = profile.port().bauds();
            for (int i = 0; i < bauds.size() && nanos.getAsLong() - until < 0; i++) {
                long patience = i == 0 ? until : Math.min(until, nanos.getAsLong() + NEXT_SPEED_NANOS);
                Heard heard = new Heard(profile);
                try (SerialByteSource line = line(port.path(), profile, bauds.get(i))) {
                    line.open();
                    heard.listen(line, patience, bauds.size() > 1);
                } catch (DeviceException e) {
                    return nothing(port, SerialPorts.state(port.path()), e.getMessage());
                }
                if (heard.recognised()) {
                    return heard.found(port, candidateIds(port), "");
                }
                if (heard.bytes == 0) {
                    break;
                }
            }
        }
        return nothing(port, state, "");
    }

    /** Listens, then asks every candidate's question until one answers. For a port that a person named. */
    public Found ask(SerialPorts.Port port) {
        Found listened = listen(port);
        if (listened.state() != SerialPorts.State.FREE || listened.profile() != null) {
            return listened;
        }
        String said = "";
        for (DeviceProfile profile : candidates(port)) {
            if (profile.find().ask().length == 0) {
                continue;
            }
            Heard heard = new Heard(profile);
            try (SerialSource source = SerialSource.on(port.path(), profile, heard.decoder, nanos)) {
                source.open();
                long until = nanos.getAsLong() + LISTEN_NANOS;
                while (nanos.getAsLong() - until < 0) {
                    heard.bytes += source.read(heard);
                }
                Matcher firmware = FIRMWARE.matcher(source.answer().orElse(""));
                return heard.found(port, candidateIds(port), firmware.find() ? firmware.group() : "");
            } catch (DeviceException e) {
                said = e.getMessage();
            }
        }
        return nothing(port, listened.state(), said);
    }

    private Found nothing(SerialPorts.Port port, SerialPorts.State state, String said) {
        return new Found(port, state, candidateIds(port), null, "", Double.NaN, List.of(), List.of(), said);
    }

    /** Profiles with the port's USB identity; all of them where it has none. */
    private List<DeviceProfile> candidates(SerialPorts.Port port) {
        return port.usb().isEmpty()
                ? profiles
                : profiles.stream()
                        .filter(p -> p.find().usb().contains(port.usb()))
                        .toList();
    }

    private List<String> candidateIds(SerialPorts.Port port) {
        return port.usb().isEmpty()
                ? List.of()
                : candidates(port).stream().map(DeviceProfile::id).toList();
    }

    private static SerialByteSource line(String path, DeviceProfile profile, int baud) {
        DeviceProfile.PortSettings port = profile.port();
        return new SerialByteSource(path, baud, port.line(), port.dtr(), port.rts());
    }

    /** What one line speed brought for one profile. */
    private final class Heard implements SampleSink {
        private final DeviceProfile profile;
        private final FrameDecoder decoder;
        private final byte[] chunk = new byte[4096];
        private final byte[] first = new byte[16384];
        private final List<double[]> samples = new ArrayList<>();
        private int kept;
        private int unprintable;
        private long firstNanos;
        private long lastNanos;
        private long bytes;

        Heard(DeviceProfile profile) {
            this.profile = profile;
            decoder = FrameDecoders.of(profile);
        }

        void listen(SerialByteSource line, long until, boolean otherSpeeds) throws DeviceException {
            while (nanos.getAsLong() - until < 0) {
                int count = line.read(chunk);
                if (count < 0) {
                    throw new DeviceException("The port went away while it was listened to.");
                }
                for (int i = 0; i < count; i++) {
                    int b = chunk[i] & 0xFF;
                    unprintable += b >= 0x20 && b <= 0x7E || b == 9 || b == 10 || b == 13 ? 0 : 1;
                    if (kept < first.length) {
                        first[kept++] = chunk[i];
                    }
                }
                bytes += count;
                decoder.feed(chunk, 0, count, this);
                if (otherSpeeds && bytes >= 200 && unprintable * 5L > bytes) {
                    return;
                }
            }
        }

        boolean recognised() {
            boolean text = profile.frame().kind().equals("lines");
            return samples.size() >= 3 && (!text || unprintable * 5L <= bytes);
        }

        Found found(SerialPorts.Port port, List<String> candidates, String firmware) {
            double seconds = (lastNanos - firstNanos) * 1e-9;
            double rate = profile.rateHz() > 0
                    ? profile.rateHz()
                    : seconds >= 0.5 ? Math.rint((samples.size() - 1) / seconds) : Double.NaN;
            DeviceProfile seen = seen();
            Heard again = this;
            if (seen != profile) {
                again = new Heard(seen);
                again.decoder.feed(first, 0, kept, again);
            }
            return new Found(
                    port,
                    SerialPorts.State.FREE,
                    candidates,
                    profile,
                    firmware,
                    rate,
                    seen.channels(),
                    again.qualities(rate),
                    "");
        }

        /** A sketch's own channels are those of its lines. */
        private DeviceProfile seen() {
            try {
                return profile.frame().kind().equals("lines") ? ChannelChoice.seenIn(profile, first, kept) : profile;
            } catch (DeviceException e) {
                return profile;
            }
        }

        private List<Quality> qualities(double rate) {
            if (samples.isEmpty() || !(rate > 0)) {
                return List.of();
            }
            List<Quality> qualities = new ArrayList<>();
            for (int c = 0; c < samples.get(0).length; c++) {
                QualityMonitor monitor = new QualityMonitor(profile.channels().get(c), rate);
                for (double[] codes : samples) {
                    monitor.step(codes[c]);
                }
                qualities.add(monitor.quality());
            }
            return qualities;
        }

        @Override
        public void sample(double[] codes) {
            lastNanos = nanos.getAsLong();
            firstNanos = samples.isEmpty() ? lastNanos : firstNanos;
            samples.add(Arrays.copyOf(codes, codes.length));
        }

        @Override
        public void lost(long count) {
            // A quality of half a second needs no exact time.
        }
    }
}

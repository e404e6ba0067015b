package org.stillpoint.app;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.stillpoint.device.ChannelChoice;
import org.stillpoint.device.CytonAux.BoardMode;
import org.stillpoint.device.CytonCommands;
import org.stillpoint.device.CytonDecoder;
import org.stillpoint.device.DeviceException;
import org.stillpoint.device.DeviceProfile;
import org.stillpoint.device.FrameDecoder;
import org.stillpoint.device.FrameDecoders;
import org.stillpoint.device.Profiles;
import org.stillpoint.device.SampleSink;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code decode}: bytes of a device, from a file or standard input, as CSV or JSON. */
@Command(
        name = "decode",
        mixinStandardHelpOptions = true,
        description = "Turns a device's bytes into samples: CSV by default, lost rows counted and empty.")
public final class DecodeCommand implements Callable<Integer> {

    private static final int DONE = 0;
    private static final int FAILED = 1;
    private static final int WRONG_USAGE = 2;
    private static final int CHUNK_BYTES = 1 << 16;

    private final Supplier<Profiles> profiles;
    private final InputStream standardInput;

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "PROFILE", description = "id of a device profile")
    private String profileId;

    @Parameters(index = "1", arity = "0..1", paramLabel = "FILE|-", description = "file, or - for standard input")
    private String file = "-";

    @Option(names = "--channels", split = ",", description = "ids, ports, or labels and positions of text lines")
    private List<String> channels;

    @Option(names = "--raw", description = "the device's codes instead of units")
    private boolean raw;

    @Option(names = "--from-start", description = "take the very first line or frame: nothing dropped, lock 1")
    private boolean fromStart;

    @Option(names = "--json", description = "one JSON object with samples, gaps and counts")
    private boolean json;

    @Option(names = "--gain", description = "amplifier gain of an OpenBCI Cyton: 1, 2, 4, 6, 8, 12 or 24")
    private Integer gain;

    @Option(
            names = "--board-mode",
            description = "what a Cyton's auxiliary bytes hold: default, debug, analog, digital or marker")
    private String boardMode = "default";

    /**
     * @param profiles loaded when the command runs
     * @param standardInput read when the file is {@code -}
     */
    public DecodeCommand(Supplier<Profiles> profiles, InputStream standardInput) {
        this.profiles = profiles;
        this.standardInput = standardInput;
    }

    @Override
    public Integer call() {
        DeviceProfile profile;
        BoardMode mode;
        try {
            profile = chosenProfile();
            mode = chosenMode();
        } catch (DeviceException e) {
            return failed(WRONG_USAGE, e.getMessage());
        }
        try (InputStream in = open()) {
            return decode(profile, mode, in);
        } catch (NoSuchFileException | InvalidPathException e) {
            return failed(FAILED, "There is no file " + file + ".");
        } catch (IOException e) {
            return failed(FAILED, "The file " + file + " cannot be read (" + e.getMessage() + ").");
        } catch (DeviceException e) {
            return failed(FAILED, e.getMessage());
        }
    }

    private DeviceProfile chosenProfile() throws DeviceException {
        DeviceProfile profile = profiles.get().named(profileId);
        if (profile.frame() == null
                || !FrameDecoders.kinds().contains(profile.frame().kind())) {
            throw new DeviceException("The device " + profileId + " sends no bytes that could be decoded.");
        }
        profile = ChannelChoice.apply(profile, channels);
        if (gain != null) {
            if (!profile.frame().kind().equals("openbci-cyton") || !CytonCommands.isGain(gain)) {
                throw new DeviceException("--gain is for an OpenBCI Cyton and is 1, 2, 4, 6, 8, 12 or 24.");
            }
            profile = CytonDecoder.withGain(profile, gain);
        }
        return fromStart ? profile.fromStart() : profile;
    }

    private BoardMode chosenMode() throws DeviceException {
        return Stream.of(BoardMode.values())
                .filter(mode -> mode.name().toLowerCase(Locale.ROOT).equals(boardMode))
                .findFirst()
                .orElseThrow(() -> new DeviceException(
                        "--board-mode is one of default, debug, analog, digital, marker; not " + boardMode + "."));
    }

    private InputStream open() throws IOException {
        return file.equals("-") ? standardInput : Files.newInputStream(Path.of(file));
    }

    private int decode(DeviceProfile profile, BoardMode mode, InputStream in) throws IOException, DeviceException {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            FrameDecoder decoder = FrameDecoders.of(profile);
            DecodedJson rows = DecodedJson.of(profile, decoder, mode, out);
            pump(in, decoder, rows, out);
            rows.end();
        } else if (profile.frame().kind().equals("lines") && channels == null) {
            ByteArrayOutputStream seen = new ByteArrayOutputStream();
            DeviceProfile found = firstLineSeen(profile, in, seen);
            writeCsv(found, new SequenceInputStream(new ByteArrayInputStream(seen.toByteArray()), in), out);
        } else {
            writeCsv(profile, in, out);
        }
        out.flush();
        return DONE;
    }

    private void writeCsv(DeviceProfile profile, InputStream in, PrintWriter out) throws IOException {
        DecodedCsv rows = new DecodedCsv(profile.channels(), raw, out);
        pump(in, FrameDecoders.of(profile), rows, out);
        rows.end();
    }

    /** Reads until the first line of data has shown its columns, and keeps what was read. */
    private static DeviceProfile firstLineSeen(DeviceProfile profile, InputStream in, ByteArrayOutputStream seen)
            throws IOException, DeviceException {
        byte[] chunk = new byte[CHUNK_BYTES];
        DeviceProfile found = profile;
        while (found == profile && seen.size() < 4 * CHUNK_BYTES) {
            int n = in.read(chunk);
            if (n < 0) {
                break;
            }
            seen.write(chunk, 0, n);
            found = ChannelChoice.seenIn(profile, seen.toByteArray(), seen.size());
        }
        return found;
    }

    /** Until the bytes end, or nobody reads the results any more. */
    private static void pump(InputStream in, FrameDecoder decoder, SampleSink sink, PrintWriter out)
            throws IOException {
        byte[] chunk = new byte[CHUNK_BYTES];
        for (int n = in.read(chunk); n >= 0 && !out.checkError(); n = in.read(chunk)) {
            decoder.feed(chunk, 0, n, sink);
        }
    }

    private int failed(int code, String sentence) {
        PrintWriter err = spec.commandLine().getErr();
        err.print(sentence + "\n");
        err.flush();
        return code;
    }
}

package org.stillpoint.app;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.stillpoint.device.DeviceProfile;
import org.stillpoint.device.Profiles;
import org.stillpoint.signal.Channel;
import org.stillpoint.signal.Decimals;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code profiles}: the devices that the station knows, and what is wrong with the ones it had to leave out. */
@Command(
        name = "profiles",
        mixinStandardHelpOptions = true,
        description = "Lists the device profiles, or checks the ones in a folder.")
public final class ProfilesCommand implements Callable<Integer> {

    private static final int DONE = 0;
    private static final int FAILED = 1;

    private final List<DeviceProfile> madeInCode;
    private final Supplier<Profiles> loaded;

    @Spec
    private CommandSpec spec;

    @Option(names = "--json", description = "one JSON array")
    private boolean json;

    @Option(names = "--check", paramLabel = "DIR", description = "only checks the profiles in this folder")
    private Path folder;

    /**
     * @param madeInCode profiles without a file, listed first
     * @param loaded the profiles of the folders, loaded when the command runs
     */
    public ProfilesCommand(List<DeviceProfile> madeInCode, Supplier<Profiles> loaded) {
        this.madeInCode = List.copyOf(madeInCode);
        this.loaded = loaded;
    }

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        if (folder != null && !Files.isDirectory(folder)) {
            err.print("There is no folder " + folder + ".\n");
            err.flush();
            return FAILED;
        }
        Profiles profiles = folder == null ? loaded.get().withFirst(madeInCode) : Profiles.check(folder);
        profiles.problems().forEach(problem -> err.print(problem + "\n"));
        profiles.notes().forEach(note -> err.print(note + "\n"));
        err.flush();
        if (json) {
            writeJson(profiles.all(), out);
        } else {
            writeText(profiles.all(), out);
        }
        out.flush();
        return folder != null && !profiles.problems().isEmpty() ? FAILED : DONE;
    }

    private static void writeText(List<DeviceProfile> profiles, PrintWriter out) {
        for (DeviceProfile profile : profiles) {
            String rate = profile.rateHz() == 0 ? "rate measured" : Decimals.text(profile.rateHz()) + " Hz";
            String channels = String.join(
                    " ", profile.channels().stream().map(Channel::column).toList());
            out.print(String.format(Locale.ROOT, "%-20s %-34s %-14s", profile.id(), profile.name(), rate) + " "
                    + channels + "\n");
        }
    }

    private static void writeJson(List<DeviceProfile> profiles, PrintWriter out) throws IOException {
        JsonGenerator json = new JsonFactory().createGenerator(out);
        json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        json.writeStartArray();
        for (DeviceProfile profile : profiles) {
            json.writeStartObject();
            json.writeStringField("id", profile.id());
            json.writeStringField("name", profile.name());
            json.writeFieldName("rate_hz");
            json.writeNumber(Decimals.text(profile.rateHz()));
            json.writeStringField(
                    "kind",
                    profile.frame() == null ? profile.id() : profile.frame().kind());
            json.writeStringField("isolation", profile.isolation().name().toLowerCase(Locale.ROOT));
            json.writeStringField("source", profile.source());
            json.writeStringField(
                    "path", profile.path() == null ? null : profile.path().toString());
            json.writeArrayFieldStart("channels");
            for (Channel channel : profile.channels()) {
                json.writeStartObject();
                json.writeStringField("id", channel.id());
                json.writeStringField("role", channel.modality().id());
                json.writeStringField("unit", channel.unit().suffix());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeRaw('\n');
        json.close();
    }
}

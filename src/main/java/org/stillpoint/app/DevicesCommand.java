package org.stillpoint.app;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.stillpoint.device.PortProbe;
import org.stillpoint.device.PortProbe.Found;
import org.stillpoint.device.Profiles;
import org.stillpoint.device.SerialPorts;
import org.stillpoint.signal.Channel;
import org.stillpoint.signal.Decimals;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code devices}: the serial ports and what hangs on them. It listens; it sends only to the port that is named. */
@Command(
        name = "devices",
        mixinStandardHelpOptions = true,
        description = "Lists the serial ports and listens for up to 1.5 s on each; --probe asks one that you name.")
public final class DevicesCommand implements Callable<Integer> {

    private static final int DONE = 0;

    private final Supplier<Profiles> profiles;
    private final LongSupplier nanos;

    @Spec
    private CommandSpec spec;

    @Option(names = "--port", paramLabel = "PATH", description = "listens on this port only; may be given again")
    private List<String> ports = List.of();

    @Option(names = "--probe", paramLabel = "PATH", description = "asks the device on this port who it is")
    private String probe;

    @Option(names = "--json", description = "one JSON array")
    private boolean json;

    /**
     * @param profiles loaded when the command runs
     * @param nanos the monotonic clock
     */
    public DevicesCommand(Supplier<Profiles> profiles, LongSupplier nanos) {
        this.profiles = profiles;
        this.nanos = nanos;
    }

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        PortProbe search = new PortProbe(profiles.get().all(), nanos);
        List<Found> found = new ArrayList<>();
        for (SerialPorts.Port port : asked()) {
            found.add(port.path().equals(probe) ? search.ask(port) : search.listen(port));
        }
        if (json) {
            writeJson(found, out);
        } else {
            writeText(found, out);
        }
        out.flush();
        found.stream().filter(f -> !f.said().isEmpty()).forEach(f -> err.print(f.said() + "\n"));
        if (found.isEmpty()) {
            err.print("No serial port is there: plug a sensor in, or try the simulated patient.\n");
        }
        err.flush();
        return DONE;
    }

    private List<SerialPorts.Port> asked() {
        if (ports.isEmpty() && probe == null) {
            return SerialPorts.list();
        }
        List<SerialPorts.Port> asked = new ArrayList<>();
        ports.forEach(path -> asked.add(SerialPorts.describe(path)));
        if (probe != null && !ports.contains(probe)) {
            asked.add(SerialPorts.describe(probe));
        }
        return asked;
    }

    private static void writeText(List<Found> found, PrintWriter out) {
        for (Found f : found) {
            String device = f.profile() == null
                    ? f.candidates().isEmpty() ? "" : "perhaps " + String.join(" or ", f.candidates())
                    : f.profile().name()
                            + (f.firmware().isEmpty() ? "" : " " + f.firmware())
                            + (Double.isNaN(f.rateHz()) ? "" : ", " + Decimals.text(f.rateHz()) + " Hz");
            out.print(f.port().path() + "  " + f.state().id() + "  " + f.port().description() + "  " + device + "\n");
            for (int i = 0; i < f.channels().size(); i++) {
                Channel channel = f.channels().get(i);
                out.print("    " + channel.id() + " (" + channel.modality().word() + ", "
                        + channel.unit().label() + ")"
                        + (i < f.qualities().size()
                                ? ": " + f.qualities().get(i).word()
                                : "")
                        + "\n");
            }
        }
    }

    private static void writeJson(List<Found> found, PrintWriter out) throws IOException {
        JsonGenerator json = new JsonFactory().createGenerator(out);
        json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        json.writeStartArray();
        for (Found f : found) {
            json.writeStartObject();
            json.writeStringField("port", f.port().path());
            json.writeStringField("description", known(f.port().description()));
            json.writeStringField("usb", known(f.port().usb()));
            json.writeStringField("state", f.state().id());
            json.writeArrayFieldStart("candidates");
            for (String candidate : f.candidates()) {
                json.writeString(candidate);
            }
            json.writeEndArray();
            json.writeStringField(
                    "profile", f.profile() == null ? null : f.profile().id());
            json.writeStringField("firmware", known(f.firmware()));
            json.writeFieldName("rate_hz");
            if (Double.isNaN(f.rateHz())) {
                json.writeNull();
            } else {
                json.writeNumber(Decimals.text(f.rateHz()));
            }
            // No device here tells its charge in percent; volts without a discharge curve would be a guess.
            json.writeNullField("battery_pct");
            json.writeArrayFieldStart("channels");
            for (int i = 0; i < f.channels().size(); i++) {
                Channel channel = f.channels().get(i);
                json.writeStartObject();
                json.writeStringField("id", channel.id());
                json.writeStringField("role", channel.modality().id());
                json.writeStringField("unit", channel.unit().suffix());
                json.writeStringField(
                        "quality",
                        i < f.qualities().size() ? f.qualities().get(i).word() : null);
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeRaw('\n');
        json.close();
    }

    private static String known(String text) {
        return text.isEmpty() ? null : text;
    }
}

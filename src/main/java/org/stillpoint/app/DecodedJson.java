package org.stillpoint.app;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.stillpoint.device.BitalinoDecoder;
import org.stillpoint.device.CytonAux;
import org.stillpoint.device.CytonDecoder;
import org.stillpoint.device.DeviceProfile;
import org.stillpoint.device.FrameDecoder;
import org.stillpoint.device.SampleSink;
import org.stillpoint.device.TextLineDecoder;
import org.stillpoint.signal.Channel;
import org.stillpoint.signal.Decimals;
import org.stillpoint.signal.Modality;

/** Samples as one JSON object, streamed; the keys are those of the test vectors of each framing. */
abstract class DecodedJson implements SampleSink {

    final JsonGenerator json;
    private final List<long[]> gaps = new ArrayList<>();
    private long samples;

    private DecodedJson(PrintWriter out) throws IOException {
        json = new JsonFactory().createGenerator(out);
        json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        json.writeStartObject();
        json.writeArrayFieldStart("samples");
    }

    /** The writer for this decoder's framing. */
    static DecodedJson of(DeviceProfile profile, FrameDecoder decoder, CytonAux.BoardMode mode, PrintWriter out)
            throws IOException {
        if (decoder instanceof BitalinoDecoder bitalino) {
            return new BitalinoSamples(profile, bitalino, out);
        }
        if (decoder instanceof CytonDecoder cyton) {
            return new CytonSamples(profile, cyton, mode, out);
        }
        return new TextSamples((TextLineDecoder) decoder, out);
    }

    /** Writes one sample, an object or a list. */
    abstract void write(double[] codes) throws IOException;

    /** Writes what follows the samples. */
    abstract void writeCounts() throws IOException;

    @Override
    public final void sample(double[] codes) {
        samples++;
        try {
            write(codes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public final void lost(long count) {
        gaps.add(new long[] {samples, count});
    }

    /** Ends the object and the line. */
    final void end() throws IOException {
        json.writeEndArray();
        writeCounts();
        json.writeEndObject();
        json.writeRaw('\n');
        json.close();
    }

    final void writeFrameCounts(FrameDecoder decoder) throws IOException {
        json.writeArrayFieldStart("gaps");
        for (long[] gap : gaps) {
            json.writeStartObject();
            json.writeNumberField("before", gap[0]);
            json.writeNumberField("lost", gap[1]);
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeNumberField("lost", decoder.lostSamples());
        json.writeNumberField("discarded_bytes", decoder.discarded());
        json.writeNumberField("pending_bytes", decoder.pendingBytes());
    }

    final void number(double value) throws IOException {
        if (Double.isNaN(value)) {
            json.writeNull();
        } else {
            json.writeNumber(Decimals.text(value));
        }
    }

    private static final class BitalinoSamples extends DecodedJson {
        private final List<Channel> channels;
        private final BitalinoDecoder decoder;

        BitalinoSamples(DeviceProfile profile, BitalinoDecoder decoder, PrintWriter out) throws IOException {
            super(out);
            this.channels = profile.channels();
            this.decoder = decoder;
        }

        @Override
        void write(double[] codes) throws IOException {
            json.writeStartObject();
            json.writeNumberField("counter", decoder.counter());
            json.writeArrayFieldStart("digital");
            for (int bit = 3; bit >= 0; bit--) {
                json.writeNumber(decoder.digital() >> bit & 1);
            }
            json.writeEndArray();
            json.writeArrayFieldStart("raw");
            for (int c = 0; c < codes.length; c++) {
                if (channels.get(c).modality() != Modality.MARKER) {
                    number(codes[c]);
                }
            }
            json.writeEndArray();
            json.writeEndObject();
        }

        @Override
        void writeCounts() throws IOException {
            writeFrameCounts(decoder);
        }
    }

    private static final class CytonSamples extends DecodedJson {
        private static final String[] PINS = {"D11", "D12", "D13", "D17", "", "D18"};

        private final List<Channel> channels;
        private final CytonDecoder decoder;
        private final CytonAux.BoardMode mode;

        CytonSamples(DeviceProfile profile, CytonDecoder decoder, CytonAux.BoardMode mode, PrintWriter out)
                throws IOException {
            super(out);
            this.channels = profile.channels();
            this.decoder = decoder;
            this.mode = mode;
        }

        @Override
        void write(double[] codes) throws IOException {
            CytonAux aux = decoder.aux();
            json.writeStartObject();
            json.writeNumberField("counter", aux.counter());
            json.writeArrayFieldStart("raw");
            for (double code : codes) {
                number(code);
            }
            json.writeEndArray();
            json.writeArrayFieldStart("uV");
            for (int c = 0; c < codes.length; c++) {
                number(channels.get(c).value(codes[c]));
            }
            json.writeEndArray();
            json.writeNumberField("footer", aux.footer());
            if (aux.holdsAcceleration()) {
                writeAcceleration(aux);
            } else if (aux.holdsBoardMode()) {
                writeBoardMode(aux);
            } else if (aux.holdsTime()) {
                json.writeNumberField("time_ms", aux.timeMillis());
                if (aux.stampedAxis() >= 0) {
                    json.writeNumberField("accel_axis", aux.stampedAxis());
                    json.writeFieldName("accel_axis_g");
                    number(aux.stampedAcceleration());
                }
            }
            json.writeEndObject();
        }

        private void writeAcceleration(CytonAux aux) throws IOException {
            json.writeFieldName("accel_g");
            if (Double.isNaN(aux.acceleration(0))) {
                json.writeNull();
                return;
            }
            json.writeStartArray();
            for (int axis = 0; axis < 3; axis++) {
                number(aux.acceleration(axis));
            }
            json.writeEndArray();
        }

        private void writeBoardMode(CytonAux aux) throws IOException {
            switch (mode) {
                case ANALOG -> {
                    json.writeArrayFieldStart("analog");
                    for (int input = 0; input < 3; input++) {
                        json.writeNumber(aux.analog(input));
                    }
                    json.writeEndArray();
                }
                case DIGITAL -> {
                    json.writeObjectFieldStart("digital");
                    for (int i = 0; i < PINS.length; i++) {
                        if (!PINS[i].isEmpty()) {
                            json.writeNumberField(PINS[i], aux.digital(i));
                        }
                    }
                    json.writeEndObject();
                }
                case MARKER -> {
                    json.writeFieldName("marker");
                    number(aux.marker() == 0 ? Double.NaN : aux.marker());
                }
                default -> {
                    // the bytes have no meaning that the station knows
                }
            }
        }

        @Override
        void writeCounts() throws IOException {
            writeFrameCounts(decoder);
        }
    }

    private static final class TextSamples extends DecodedJson {
        private final TextLineDecoder decoder;

        TextSamples(TextLineDecoder decoder, PrintWriter out) throws IOException {
            super(out);
            this.decoder = decoder;
        }

        @Override
        void write(double[] codes) throws IOException {
            json.writeStartArray();
            for (int field = 0; field < decoder.lineFields(); field++) {
                String label = decoder.lineLabel(field);
                json.writeStartObject();
                json.writeStringField("label", label.isEmpty() ? null : label);
                json.writeFieldName("value");
                number(decoder.lineValue(field));
                json.writeEndObject();
            }
            json.writeEndArray();
        }

        @Override
        void writeCounts() throws IOException {
            json.writeNumberField("ignored_lines", decoder.discarded());
            json.writeNumberField("pending_bytes", decoder.pendingBytes());
        }
    }
}

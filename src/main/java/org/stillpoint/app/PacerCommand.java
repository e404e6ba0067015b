package org.stillpoint.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.stillpoint.ui.sound.PacerRecording;
import org.stillpoint.ui.sound.Sounds;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code pacer}: the prescribed pacer as a sound file, for practice at home with any phone. */
@Command(
        name = "pacer",
        mixinStandardHelpOptions = true,
        description = "Writes the breathing pacer as a WAV file for home practice; prints its path.")
final class PacerCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(names = "--rate", paramLabel = "N", required = true, description = "breaths a minute, 3 to 15")
    private double ratePerMinute;

    @Option(
            names = "--in",
            paramLabel = "PCT",
            description = "share of the in-breath in percent, 35 to 50; 45 by default")
    private double inhalePercent = 45;

    @Option(names = "--minutes", paramLabel = "N", required = true, description = "how long, up to 60")
    private double minutes;

    @Option(
            names = "--fade",
            paramLabel = "N",
            description = "minutes over which it grows quieter at the end; 1 by default")
    private Double fadeMinutes;

    @Option(names = "--sound", paramLabel = "ID", description = "tones (the usual one), waves or metronome")
    private String sound = Sounds.USUAL;

    @Option(names = "--out", paramLabel = "DIR", description = "where it goes, this folder by default")
    private Path out = Path.of("");

    @Override
    public Integer call() throws IOException {
        List<String> leading = Sounds.all().stream()
                .filter(Sounds.Sound::breath)
                .map(Sounds.Sound::id)
                .filter(id -> !id.startsWith("chord"))
                .toList();
        if (!leading.contains(sound)) {
            throw new ParameterException(
                    spec.commandLine(), "--sound takes one of " + String.join(", ", leading) + ".");
        }
        PacerRecording recording;
        try {
            double fade = fadeMinutes == null ? Math.min(1, minutes / 2) : fadeMinutes;
            recording = new PacerRecording(ratePerMinute, inhalePercent / 100, minutes, fade);
        } catch (IllegalArgumentException outside) {
            throw new ParameterException(
                    spec.commandLine(), "This pacer is not possible: " + outside.getMessage() + ".");
        }
        Path file = recording.write(out, Sounds.named(sound));
        spec.commandLine().getOut().print(file + "\n");
        spec.commandLine().getOut().flush();
        return 0;
    }
}

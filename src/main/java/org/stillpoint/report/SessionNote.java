package org.stillpoint.report;

import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.stillpoint.care.PatientCard;
import org.stillpoint.care.Prediction;
import org.stillpoint.care.RatingResult;
import org.stillpoint.care.SessionResult;
import org.stillpoint.care.Spread;
import org.stillpoint.care.TrialMeasure;
import org.stillpoint.care.TrialResult;
import org.stillpoint.care.ZoneTime;
import org.stillpoint.store.Recording;
import org.stillpoint.store.StoredSession;
import org.stillpoint.training.PhaseKind;
import org.stillpoint.training.Protocol;
import org.stillpoint.training.Question;
import org.stillpoint.training.Questions;

/**
 * The therapist's note of a session as plain text for a clinic's own record: what was done, with what, for how long, and
 * what it came to. It names no person; what is not known is left out.
 */
public final class SessionNote {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ISO_LOCAL_DATE;
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private SessionNote() {}

    /** Lines ended by LF. */
    public static String text(Recording recording, SessionResult result) {
        List<String> lines = new ArrayList<>();
        StoredSession session = recording.session();
        OffsetDateTime start = recording.header().startedAt();
        OffsetDateTime end = start.plusNanos(Math.round(session.seconds() * 1e9));
        lines.add("Biofeedback training session");
        lines.add("Date: " + DAY.format(start) + ", " + CLOCK.format(start) + " to " + CLOCK.format(end));
        lines.add(
                session.devices().isEmpty()
                        ? String.format(Locale.ROOT, "Time: %.1f min", session.seconds() / 60)
                        : String.format(
                                Locale.ROOT,
                                "Time: %.1f min with sensors on, %.1f min with feedback in use",
                                sensorMinutes(session),
                                result.shownSeconds() / 60));
        if (session.devices().isEmpty()) {
            lines.add("Sensors: none was used, nothing was measured");
        }
        for (StoredSession.DeviceTotal device : session.devices()) {
            lines.add("Sensors: " + device.device().name() + " ("
                    + device.device().channels().stream()
                            .map(channel -> channel.name() + " "
                                    + channel.modality().name().toLowerCase(Locale.ROOT))
                            .collect(Collectors.joining(", "))
                    + ")");
        }
        bands(result).ifPresent(band -> lines.add("Muscle band: " + band));
        Protocol protocol = recording.header().protocol();
        lines.add("Protocol: " + (protocol == null ? "none, signals only" : protocol.name()));
        if (result.flare()) {
            lines.add("A day with more pain than usual: a shorter, easier session.");
        }
        trials(session, result, lines);
        FindingWords.of(result).forEach(found -> lines.add("- found: " + found));
        ratings(result, protocol, lines);
        lines.add("Adverse signs: "
                + (result.tooFast() == 0
                        ? "none was marked"
                        : "\"too fast, dizzy\" pressed " + result.tooFast()
                                + (result.tooFast() == 1 ? " time" : " times")));
        PatientCard card = PatientCard.of(result, protocol);
        lines.add("Home plan:");
        card.practise().forEach(line -> lines.add("- " + line));
        card.scale().forEach(line -> lines.add("- " + line));
        return String.join("\n", lines) + "\n";
    }

    /** As long as the device that gave most. */
    private static double sensorMinutes(StoredSession session) {
        return session.devices().stream()
                .mapToDouble(device ->
                        (device.samples() - device.lost()) / device.device().rateHz() / 60)
                .max()
                .orElse(0);
    }

    private static java.util.Optional<String> bands(SessionResult result) {
        return result.trials().stream()
                .flatMap(trial -> trial.measure("muscle").stream())
                .map(TrialMeasure::title)
                .filter(title -> title.contains(", "))
                .map(title -> title.substring(title.indexOf(", ") + 2))
                .findFirst();
    }

    /** Without the band that the note has told already. */
    private static String name(TrialMeasure measure, String band) {
        String end = ", " + band;
        String title = measure.title();
        return !band.isEmpty() && title.endsWith(end) ? title.substring(0, title.length() - end.length()) : title;
    }

    private static void trials(StoredSession session, SessionResult result, List<String> lines) {
        boolean measured = !session.devices().isEmpty();
        result.trials().stream()
                .map(TrialResult::zone)
                .filter(zone -> !Double.isNaN(zone.levelMicrovolts()))
                .findFirst()
                .ifPresent(zone -> lines.add(
                        "Reference: " + FindingWords.number(zone.levelMicrovolts()) + " µV, " + zone.ground()));
        if (measured && !result.trials().isEmpty()) {
            lines.add("Response (median, tenth to ninetieth percentile, seconds used):");
        }
        String band = bands(result).orElse("");
        for (TrialResult trial : result.trials()) {
            List<String> parts = new ArrayList<>();
            for (TrialMeasure measure : trial.measures()) {
                if (measure.all().present()) {
                    parts.add(name(measure, band) + " " + words(measure.all(), measure.unit())
                            + (measure.alone().present() ? ", veiled " + words(measure.alone(), measure.unit()) : ""));
                }
            }
            ZoneTime zone = trial.zone();
            boolean counted = trial.kind() != PhaseKind.BASELINE;
            if (counted && !Double.isNaN(zone.percent())) {
                parts.add(String.format(
                        Locale.ROOT, "at or under the reference for %.0f %% of the time", zone.percent()));
            }
            if (counted && !Double.isNaN(zone.relaxSeconds())) {
                parts.add(
                        zone.relaxSeconds() < 1
                                ? "let go at once"
                                : String.format(Locale.ROOT, "let go after %.0f s", zone.relaxSeconds()));
            }
            lines.add("- " + trial.phase() + ": "
                    + (measured
                            ? parts.isEmpty() ? "nothing could be measured" : String.join("; ", parts)
                            : String.format(Locale.ROOT, "%.1f min", (trial.toSeconds() - trial.fromSeconds()) / 60)));
        }
    }

    private static String words(Spread spread, String unit) {
        String range = Double.isNaN(spread.low())
                ? ""
                : FindingWords.number(spread.low()) + " to " + FindingWords.number(spread.high()) + ", ";
        return FindingWords.number(spread.median()) + (unit.equals("ratio") ? "" : " " + unit) + " (" + range
                + spread.seconds() + " s)";
    }

    private static void ratings(SessionResult result, Protocol protocol, List<String> lines) {
        List<Prediction> predictions = Prediction.of(result);
        for (Prediction one : predictions) {
            lines.add("Tension in " + one.task() + " (0 rest, 10 the task before): " + one.words()
                    + (one.did().isEmpty() ? "" : "; did: " + one.did()));
        }
        for (RatingResult rating : result.ratings()) {
            // other numbers than those from 0 to 10 are told by what was found with them
            Question.Takes takes = question(protocol, rating.question()).takes();
            boolean told = rating.question().equals("prediction_tension") && !predictions.isEmpty();
            if (told || takes != Question.Takes.RATING) {
                continue;
            }
            lines.add("Rating " + rating.question().replace('_', ' ') + " (0 to 10): before " + number(rating.before())
                    + ", after " + number(rating.after()));
        }
        result.answers().stream()
                .filter(answer -> question(protocol, answer.question()).takes() != Question.Takes.NUMBERS)
                .forEach(answer -> lines.add("Answer in " + answer.phase() + ": "
                        + question(protocol, answer.question()).asks() + " " + answer.words()));
    }

    private static Question question(Protocol protocol, String id) {
        return protocol == null ? Questions.of(id) : protocol.question(id);
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "not given" : String.format(Locale.ROOT, "%.0f", value);
    }
}

package org.stillpoint.care;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.stillpoint.signal.Marker;
import org.stillpoint.training.Finding;
import org.stillpoint.training.PhaseKind;

/**
 * What a session came to, beside its measures; computed from the recording alone, so that it can be computed again.
 *
 * @param trials phases that were measured, in their order
 * @param ratings numbers that the patient gave
 * @param answers words that the patient gave
 * @param findings what the exercises found out, and the first baseline where this session has it
 * @param tooFast how often "too fast, dizzy" was pressed
 * @param flare whether it was marked as a day with more pain than usual
 */
public record SessionResult(
        List<TrialResult> trials,
        List<RatingResult> ratings,
        List<Answer> answers,
        List<Finding> findings,
        int tooFast,
        boolean flare) {

    /**
     * Key of the muscle's level at rest in a person's first baseline, the median of its levels of one second as those of the
     * trials are; its text names the band and the device. Another posture or site, and another band or device, has its own
     * key that begins with this one.
     */
    public static final String BASELINE = "muscle_rest_level_uV";

    private static final Set<PhaseKind> EXERCISES = Set.of(
            PhaseKind.FEEDBACK,
            PhaseKind.PACER_ONLY,
            PhaseKind.VEILED,
            PhaseKind.SCRIPT,
            PhaseKind.STRESSOR,
            PhaseKind.TRANSFER);

    /** Nothing was trained and nothing was asked. */
    public static final SessionResult NONE = new SessionResult(List.of(), List.of(), List.of(), List.of(), 0, false);

    public SessionResult {
        trials = List.copyOf(Objects.requireNonNullElse(trials, List.of()));
        ratings = List.copyOf(Objects.requireNonNullElse(ratings, List.of()));
        answers = List.copyOf(Objects.requireNonNullElse(answers, List.of()));
        findings = List.copyOf(Objects.requireNonNullElse(findings, List.of()));
    }

    /** From the markers of a session and what its phases came to. */
    public static SessionResult of(List<Marker> markers, List<TrialResult> trials, List<Finding> findings) {
        double begins = trials.stream()
                .filter(trial -> EXERCISES.contains(trial.kind()))
                .mapToDouble(TrialResult::fromSeconds)
                .findFirst()
                .orElse(Double.NaN);
        boolean flare = false;
        int tooFast = 0;
        for (Marker marker : markers) {
            boolean note = marker.kind().equals("note") && marker.label().equals("flare");
            flare = marker.kind().equals("flare") ? !marker.label().equals("off") : flare || note;
            tooFast += marker.kind().equals("too-fast") ? 1 : 0;
        }
        return new SessionResult(
                trials, RatingResult.of(markers, begins), Answer.of(markers), findings, tooFast, flare);
    }

    /** The last phase of a kind. */
    public Optional<TrialResult> last(PhaseKind kind) {
        return trials.stream().filter(trial -> trial.kind() == kind).reduce((a, b) -> b);
    }

    /** The first phase of a kind. */
    public Optional<TrialResult> first(PhaseKind kind) {
        return trials.stream().filter(trial -> trial.kind() == kind).findFirst();
    }

    /** A number that was found; NaN when it was not. */
    public double found(String key) {
        return findings.stream()
                .filter(finding -> finding.key().equals(key))
                .mapToDouble(Finding::value)
                .findFirst()
                .orElse(Double.NaN);
    }

    /** A text that was found; empty when it was not. */
    public String foundText(String key) {
        return findings.stream()
                .filter(finding -> finding.key().equals(key))
                .map(Finding::text)
                .findFirst()
                .orElse("");
    }

    /** Seconds with feedback on the screen. */
    public double shownSeconds() {
        return trials.stream().mapToDouble(TrialResult::shownSeconds).sum();
    }
}

package org.stillpoint.report;

import java.util.List;
import java.util.Optional;
import org.stillpoint.care.SessionResult;
import org.stillpoint.care.Spread;
import org.stillpoint.care.TrialResult;
import org.stillpoint.care.ZoneTime;
import org.stillpoint.store.Recording;
import org.stillpoint.store.StoreException;
import org.stillpoint.training.Finding;
import org.stillpoint.training.PhaseKind;

/**
 * The level of the trained muscle that all sessions of a person are counted from: that of the first baseline. It is fixed
 * and no threshold moves it; levels of another band are none of it.
 *
 * @param microvolts NaN = there is none
 * @param ground whose level it is, or why there is none
 * @param finding to be kept with this session when it is the first; null when it is known already or cannot be told
 */
record FirstBaseline(double microvolts, String ground, Finding finding) {

    /** A shorter baseline is no rest. */
    private static final int LEAST_SECONDS = 30;

    static FirstBaseline of(Recording recording, List<TrialTally> trials, TrainedSite site) throws StoreException {
        // computed again, a session is counted from what it was counted from
        Optional<ZoneTime> stored = recording
                .result()
                .flatMap(result -> result.trials().stream()
                        .map(TrialResult::zone)
                        .filter(zone -> !Double.isNaN(zone.levelMicrovolts()))
                        .findFirst());
        if (stored.isPresent()) {
            return new FirstBaseline(
                    stored.get().levelMicrovolts(), stored.get().ground(), null);
        }
        String band = trials.stream()
                .map(TrialTally::band)
                .filter(one -> !one.isEmpty())
                .findFirst()
                .orElse("");
        String key = site.key(SessionResult.BASELINE);
        Finding first = recording.remembered().first().get(key);
        if (first != null && !Double.isNaN(first.value()) && same(first.text(), band)) {
            return new FirstBaseline(first.value(), "the first baseline", null);
        }
        Spread own = trials.stream()
                .filter(trial -> trial.segment().step().kind() == PhaseKind.BASELINE)
                .findFirst()
                .map(TrialTally::muscle)
                .orElse(Spread.NONE);
        if (!own.present() || own.seconds() < LEAST_SECONDS) {
            return new FirstBaseline(
                    Double.NaN, "there is no baseline of " + LEAST_SECONDS + " s to compare with", null);
        }
        boolean known =
                recording.findings().stream().anyMatch(finding -> finding.key().equals(key));
        return new FirstBaseline(
                own.median(),
                first == null ? "this session's baseline, the first" : "this session's baseline, the first of its band",
                known ? null : Finding.kept(key, own.median(), band));
    }

    private static boolean same(String one, String other) {
        return one.isEmpty() || one.equals(other);
    }

    boolean isNew() {
        return finding != null;
    }
}

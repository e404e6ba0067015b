package org.stillpoint.report;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.stillpoint.care.SessionResult;
import org.stillpoint.care.Spread;
import org.stillpoint.care.TrialResult;
import org.stillpoint.care.ZoneTime;
import org.stillpoint.signal.Modality;
import org.stillpoint.store.Recording;
import org.stillpoint.store.StoreException;
import org.stillpoint.training.Finding;
import org.stillpoint.training.PhaseKind;
import org.stillpoint.training.Posture;
import org.stillpoint.training.Protocol;

/**
 * The level of the trained muscle that all sessions of a person are counted from: that of the first baseline. It is fixed
 * and no threshold moves it; levels of another posture, site, band or device are none of it.
 *
 * @param microvolts NaN = there is none
 * @param ground whose level it is, or why there is none
 * @param finding to be kept with this session when it is the first; null when it is known already or cannot be told
 */
record FirstBaseline(double microvolts, String ground, Finding finding) {

    /** A shorter baseline is no rest. */
    private static final int LEAST_SECONDS = 30;

    /** How the ids of questions end that ask where the muscle sensor sits. */
    private static final String SITE_QUESTION = "-site";

    static FirstBaseline of(Recording recording, List<TrialTally> trials) throws StoreException {
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
        Protocol protocol = recording.header().protocol();
        Posture posture = protocol == null ? Posture.UPRIGHT : protocol.posture();
        String band = trials.stream()
                .map(TrialTally::band)
                .filter(one -> !one.isEmpty())
                .findFirst()
                .orElse("");
        String usual = posture.key(SessionResult.BASELINE) + site(recording);
        String conditions = band + device(recording);
        String other = usual + "_" + word(conditions);
        Finding first = recording.remembered().first().get(usual);
        boolean another = first != null && !same(first.text(), band, conditions);
        Finding known = another ? recording.remembered().first().get(other) : first;
        if (known != null && !Double.isNaN(known.value())) {
            return new FirstBaseline(known.value(), "the first baseline" + posture.words(), null);
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
        String key = another ? other : usual;
        boolean kept =
                recording.findings().stream().anyMatch(finding -> finding.key().equals(key));
        return new FirstBaseline(
                own.median(),
                another
                        ? "this session's baseline, the first of its band and sensor"
                        : "this session's baseline, the first" + posture.words(),
                kept ? null : Finding.kept(key, own.median(), conditions));
    }

    /** Earlier sessions kept the band alone, or nothing. */
    private static boolean same(String kept, String band, String conditions) {
        return kept.isEmpty() || kept.equals(band) || kept.equals(conditions);
    }

    /** Where the muscle sensor sits, when the session asked; behind the key. */
    private static String site(Recording recording) throws StoreException {
        return SessionResult.of(recording.markers(), List.of(), List.of()).answers().stream()
                .filter(answer -> answer.question().endsWith(SITE_QUESTION))
                .reduce((earlier, later) -> later)
                .map(answer -> "_" + word(answer.words()))
                .orElse("");
    }

    /** The device that the first muscle was measured with, behind the band. */
    private static String device(Recording recording) {
        return recording.header().devices().stream()
                .filter(device -> device.channels().stream().anyMatch(channel -> channel.modality() == Modality.EMG))
                .findFirst()
                .map(device -> ", " + device.profile())
                .orElse("");
    }

    private static String word(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_");
    }

    boolean isNew() {
        return finding != null;
    }
}

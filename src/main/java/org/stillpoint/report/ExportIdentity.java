package org.stillpoint.report;

import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import org.stillpoint.signal.Marker;
import org.stillpoint.store.Recording;
import org.stillpoint.training.Finding;
import org.stillpoint.training.Questions;

/**
 * What an export tells of the person: the code and the date, or, pseudonymised, a pseudonym, the day counted from the
 * person's first session and the hour, and no free text.
 *
 * @param pseudonymised whether code, date and notes are left out
 * @param patient code or pseudonym
 * @param day counted from 1; 0 when the date is told
 */
public record ExportIdentity(boolean pseudonymised, String patient, long day) {

    /** With code and date. */
    public static ExportIdentity open(Recording recording) {
        return new ExportIdentity(false, recording.session().patient().code(), 0);
    }

    /**
     * Without code, date and notes.
     *
     * @param pseudonym the same for all sessions of a person
     * @param first the person's first session, for counting days
     */
    public static ExportIdentity pseudonym(String pseudonym, Recording recording, OffsetDateTime first) {
        long days = ChronoUnit.DAYS.between(
                first.toLocalDate(), recording.header().startedAt().toLocalDate());
        return new ExportIdentity(true, pseudonym, days + 1);
    }

    /** What may be told of a marker's label: a note holds a person's words, and so does an answer after its question. */
    String label(Marker marker) {
        if (pseudonymised && marker.kind().equals("answer")) {
            return marker.label().substring(0, marker.label().indexOf(':') + 1);
        }
        if (pseudonymised && marker.kind().equals(Finding.MARKER)) {
            return Finding.of(marker.label())
                    .map(finding -> finding(finding).label())
                    .orElse("");
        }
        return pseudonymised && marker.kind().equals("note") ? "" : marker.label();
    }

    /** What may be told of a finding: one of them repeats an answer in a person's words. */
    Finding finding(Finding finding) {
        return pseudonymised && finding.key().equals(Questions.WHAT_HELPED)
                ? new Finding(finding.key(), finding.value(), "", finding.remembered())
                : finding;
    }
}

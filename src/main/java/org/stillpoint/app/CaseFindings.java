package org.stillpoint.app;

import java.util.LinkedHashMap;
import java.util.Map;
import org.stillpoint.training.Finding;

/** What a simulated session found, under the keys that its case compares. */
final class CaseFindings {

    private CaseFindings() {}

    /**
     * {@code status} ({@code finished} or {@code unfinished}) and each of these keys: its number, else its words, null when
     * it was not found.
     */
    static Map<String, Object> of(SimulatedSession session, String... keys) {
        Map<String, Object> found = new LinkedHashMap<>();
        found.put("status", session.finished() ? "finished" : "unfinished");
        for (String key : keys) {
            found.put(key, null);
        }
        for (Finding finding : session.findings()) {
            if (found.containsKey(finding.key())) {
                double number = finding.value();
                found.put(finding.key(), number == number ? (Object) number : finding.text());
            }
        }
        return found;
    }
}

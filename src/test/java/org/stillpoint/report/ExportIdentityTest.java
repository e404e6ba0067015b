package org.stillpoint.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.stillpoint.signal.Marker;
import org.stillpoint.training.Finding;

class ExportIdentityTest {

    private static final Finding HELPED = Finding.kept("what_helped", Double.NaN, "thinking of my garden");

    @Test
    void aPseudonymisedExportKeepsNoWordsInFindings() {
        ExportIdentity hidden = new ExportIdentity(true, "p", 1);
        assertThat(hidden.finding(HELPED).text()).isEmpty();
        assertThat(hidden.label(new Marker(3, Finding.MARKER, HELPED.label()))).doesNotContain("garden");
    }

    @Test
    void whatTheTrainingItselfFoundIsTold() {
        Finding rest = Finding.kept("muscle_rest_level_uV", 4, "20-450 Hz");
        assertThat(new ExportIdentity(true, "p", 1).label(new Marker(3, Finding.MARKER, rest.label())))
                .isEqualTo(rest.label());
    }
}

package org.stillpoint.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.stillpoint.training.ResonanceVerdict.Status;

class RateChoiceTest {

    private static ResonanceBlock block(double rate, int breaths) {
        Estimate any = new Estimate(10, 1);
        return new ResonanceBlock(
                rate, 14, breaths, breaths, any, any, any, any, any, any, 0.1, 1, 0.99, 0.01, 1, Double.NaN);
    }

    private static ResonanceSheet sheet(ResonanceVerdict verdict, ResonanceBlock... more) {
        List<ResonanceBlock> blocks = new ArrayList<>(List.of(block(6, 12), block(5.5, 12), block(5, 12)));
        blocks.addAll(List.of(more));
        return new ResonanceSheet(blocks, Optional.ofNullable(verdict));
    }

    private static ResonanceVerdict verdict(Status status, String reason, Double... set) {
        return new ResonanceVerdict(status, List.of(set), status == Status.CONFIDENT ? set[0] : Double.NaN, reason);
    }

    private static final ResonanceVerdict SURE = verdict(Status.CONFIDENT, "alike", 5.5, 6.0);

    @Test
    void aRateOfTheSetIsChosenWithoutAWord() {
        RateChoice choice = RateChoice.of(sheet(SURE), 6);
        assertThat(choice.possible()).isTrue();
        assertThat(choice.words()).isEmpty();
    }

    @Test
    void aRateBesideTheSetIsChosenWithItsCaution() {
        RateChoice choice = RateChoice.of(sheet(SURE), 5);
        assertThat(choice.possible()).isTrue();
        assertThat(choice.words()).isEqualTo("The heart swings clearly less here than at 5.5 and 6.0.");
    }

    @Test
    void whatStayedOpenSaysWhyBeforeItIsChosen() {
        RateChoice choice = RateChoice.of(sheet(verdict(Status.INCONCLUSIVE, "It drifted.", 5.5)), 5.5);
        assertThat(choice.possible()).isTrue();
        assertThat(choice.words()).isEqualTo("This stays open. It drifted.");
    }

    @Test
    void aFailedAssessmentLetsNothingBeChosen() {
        RateChoice choice = RateChoice.of(sheet(verdict(Status.FAILED, "It was stopped twice.")), 5.5);
        assertThat(choice.possible()).isFalse();
        assertThat(choice.words()).isEqualTo("It was stopped twice.");
    }

    @Test
    void aRowThatShowsNothingCannotBeChosen() {
        RateChoice choice = RateChoice.of(sheet(SURE, block(4.5, 4)), 4.5);
        assertThat(choice.possible()).isFalse();
        assertThat(choice.words()).contains("only 4 breaths can be used");
    }

    @Test
    void theRepetitionCanShowWhatTheFirstBlockCouldNot() {
        assertThat(RateChoice.of(sheet(SURE, block(6.5, 4), block(6.5, 12)), 6.5)
                        .possible())
                .isTrue();
    }

    @Test
    void beforeTheVerdictItIsSaidThatRatesAreToCome() {
        assertThat(RateChoice.of(sheet(null), 6).words()).isEqualTo("Not all rates have been breathed yet.");
    }

    @Test
    void whatIsRememberedSaysWhoChoseAndWhatSpokeAgainstIt() {
        Finding finding = RateChoice.of(sheet(SURE), 5).finding();
        assertThat(finding.remembered()).isTrue();
        assertThat(finding.key()).isEqualTo("training_rate_per_min");
        assertThat(finding.value()).isEqualTo(5);
        assertThat(finding.text()).startsWith("chosen by the therapist. The heart swings clearly less");
    }
}

package org.stillpoint.ui.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.stillpoint.training.Phase;
import org.stillpoint.training.PhaseKind;
import org.stillpoint.training.Protocol;

class ProtocolDraftTest {

    private final Protocol source = new Protocol(
            "emg",
            "Muscle",
            List.of("emg-relaxation"),
            "tension",
            6,
            0.45,
            "why",
            List.of(
                    new Phase("Rest", PhaseKind.BASELINE, 120, "Sit."),
                    new Phase("Trial 1", PhaseKind.FEEDBACK, 300, "Let it sink."),
                    new Phase("Alone, after", PhaseKind.ALONE_AFTER, 60, "On your own.")));
    private final ProtocolDraft draft = new ProtocolDraft(source, List.of("emg", "evening"), true);

    @Test
    void unchangedItIsTheProtocolItself() {
        assertThat(draft.objection()).isEmpty();
        assertThat(draft.protocol()).isEqualTo(source);
    }

    @Test
    void lengthIsWrittenInMinutesAndItsMinimumFollows() {
        draft.length(1, "2:30");
        assertThat(draft.protocol().phases().get(1).seconds()).isEqualTo(150);
        assertThat(draft.protocol().phases().get(1).minimumSeconds()).isEqualTo(150);
        draft.length(1, "long");
        assertThat(draft.wrong().get().reason()).startsWith("Write the length in minutes, as 5:00");
        assertThat(draft.protocol().phases().get(1).seconds()).isEqualTo(150);
    }

    @Test
    void percentileStaysWithinItsRangeAndEmptyIsTheUsual() {
        draft.percentile(1, "60");
        assertThat(draft.protocol().phases().get(1).thresholdPercentile()).isEqualTo(60);
        draft.percentile(1, "100");
        assertThat(draft.wrong().get().reason()).contains("from 5 to 95");
        draft.percentile(1, "");
        assertThat(draft.protocol().phases().get(1).thresholdPercentile()).isNaN();
    }

    @Test
    void ordersTextsDisplaysAndSoundsAreKept() {
        draft.text(1, "Softer.");
        draft.display(1, "balance");
        draft.sound(1, "chord");
        assertThat(draft.move(1, -1)).isZero();
        Phase first = draft.protocol().phases().get(0);
        assertThat(List.of(first.text(), first.display(), first.sound()))
                .containsExactly("Softer.", "balance", "chord");
    }

    @Test
    void whatShowsTheSkillCannotBeRemoved() {
        draft.remove(2);
        assertThat(draft.phases()).hasSize(3);
        assertThat(draft.wrong().get().reason()).startsWith("Alone, after shows what was learnt");
        draft.remove(0);
        assertThat(draft.phases()).hasSize(2);
    }

    @Test
    void anotherNameIsAnotherProtocol() {
        draft.name().set("Muscle, for Tuesdays!");
        assertThat(draft.protocol().id()).isEqualTo("muscle-for-tuesdays");
    }

    @Test
    void aNameThatIsTakenIsRefused() {
        draft.name().set("Evening");
        assertThat(draft.objection()).startsWith("There is a protocol of that name already");
    }

    @Test
    void aPhaseWithoutAMinimumOfItsOwnStaysSo() {
        draft.length(1, "10");
        assertThat(draft.protocol().phases().get(1).minimumSeconds()).isEqualTo(600);
    }

    @Test
    void paceAndVeilAreRefusedAtTheirFieldAndKeptWhenTheyMakeSense() {
        draft.pace(1, "2");
        assertThat(draft.wrong().get()).extracting("phase", "key").containsExactly(1, "rate_per_min");
        draft.veil(1, "90 in 30");
        assertThat(draft.wrong().get().key()).isEqualTo("veil_seconds");
        draft.pace(1, "5,5");
        draft.veil(1, "30 in 90");
        assertThat(draft.wrong().get().reason()).isEmpty();
        Phase trial = draft.protocol().phases().get(1);
        assertThat(List.of(trial.ratePerMinute(), trial.veilSeconds(), trial.veilEverySeconds()))
                .containsExactly(5.5, 30.0, 90.0);
    }

    @Test
    void aTrialMayBeWithoutAGoal() {
        draft.percentile(1, "0");
        assertThat(draft.protocol().phases().get(1).thresholdPercentile()).isZero();
    }

    @Test
    void theSentenceForThePatientIsNotLeftOut() {
        draft.text(1, " ");
        assertThat(draft.wrong().get().key()).isEqualTo("text");
        assertThat(draft.protocol()).isEqualTo(source);
    }

    @Test
    void whatComesWithTheProgramIsCopiedUnderAnotherName() {
        ProtocolDraft copy = new ProtocolDraft(source, List.of("emg", "muscle-own"), false);
        assertThat(copy.name().get()).isEqualTo("Muscle, own 2");
        copy.name().set("Muscle");
        assertThat(copy.objection()).startsWith("Give the copy a name of its own");
        assertThat(copy.wrong().get().key()).isEqualTo("name");
    }
}

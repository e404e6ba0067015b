package org.stillpoint.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.stillpoint.metric.Pipeline;
import org.stillpoint.metric.PipelineSettings;
import org.stillpoint.signal.Channel;
import org.stillpoint.signal.Modality;
import org.stillpoint.signal.Noise;
import org.stillpoint.signal.PacerCell;
import org.stillpoint.signal.Unit;

class QuestionTest {

    private static Question question(String id, Question.Takes takes, List<Modality> needs, String... choices) {
        return new Question(
                id,
                "Which?",
                takes,
                Question.By.THERAPIST,
                List.of(choices),
                List.of(),
                "",
                "",
                "",
                0,
                0,
                "",
                needs,
                false,
                "");
    }

    private static Phase asks(String title, PhaseKind kind, String question) {
        return new Phase(
                title,
                kind,
                60,
                "text",
                PhaseEnd.DONE,
                5,
                0,
                "",
                0,
                0,
                "",
                "",
                0,
                0,
                0,
                "",
                question,
                List.of(),
                "",
                "");
    }

    private static Protocol protocol(List<Question> questions, Phase... phases) {
        return new Protocol(
                "p",
                "P",
                List.of("emg-relaxation"),
                "tension",
                "",
                6,
                0.45,
                0,
                0,
                false,
                false,
                "why",
                List.of(phases),
                questions);
    }

    /** A session with so many muscle sensors, at its first instant. */
    private static Feedback begun(Protocol protocol, TrainingControl control, int muscles, double... ticks) {
        List<Pipeline.Line> lines = new ArrayList<>();
        for (int i = 0; i < muscles; i++) {
            Channel channel = new Channel(
                    "emg" + i, "emg", Modality.EMG, Unit.MICROVOLT, 0.01, 0, -1e7, 1e7, new Noise(0.01, 0.2, 10, 500));
            lines.add(new Pipeline.Line(channel, 1000));
        }
        Pipeline pipeline = new Pipeline(lines, new PipelineSettings(50, 0.25));
        FeedbackCell cell = new FeedbackCell(
                pipeline.metrics().size(), muscles, protocol.phases().size());
        Feedback feedback = cell.blank();
        Conductor conductor = new Conductor(new Start(protocol, new PacerCell()), pipeline, control, feedback);
        for (double tick : ticks) {
            conductor.tick(tick);
        }
        return feedback;
    }

    private static final Protocol TWO_MUSCLES = protocol(
            List.of(question(
                    "muscle-side", Question.Takes.ONE, List.of(Modality.EMG, Modality.EMG), "first", "second")),
            asks("Side", PhaseKind.QUESTION, "muscle-side"),
            new Phase("Rest", PhaseKind.BASELINE, 60, "rest"));

    @Test
    void aQuestionAboutASensorThatNobodyWearsIsLeftOut() {
        Feedback feedback = begun(TWO_MUSCLES, new TrainingControl(), 1, 0);
        assertThat(feedback.phaseIndex()).isEqualTo(1);
        assertThat(feedback.plannedSeconds(0)).isZero();
    }

    @Test
    void withBothSensorsItIsAsked() {
        assertThat(begun(TWO_MUSCLES, new TrainingControl(), 2, 0).phaseIndex()).isZero();
    }

    @Test
    void itsPhaseEndsWithTheAnswer() {
        TrainingControl control = new TrainingControl();
        control.answer("muscle-side", "second");
        assertThat(begun(TWO_MUSCLES, control, 2, 0, 0.02, 0.04).phaseIndex()).isEqualTo(1);
    }

    @Test
    void aPhaseDoesNotWaitForTheKeyThatStopsIt() {
        Protocol bend = new Protocol(
                "p",
                "P",
                List.of("flexion-relaxation"),
                "tension",
                "",
                6,
                0.45,
                0,
                0,
                false,
                false,
                "why",
                List.of(
                        new Phase(
                                "Bend",
                                PhaseKind.TRANSFER,
                                100,
                                "text",
                                PhaseEnd.DONE,
                                5,
                                0,
                                "flexion-relaxation",
                                0,
                                0,
                                "",
                                "",
                                0,
                                0,
                                0,
                                "",
                                "comfort-stop",
                                List.of(),
                                "",
                                ""),
                        new Phase("Rest", PhaseKind.REST, 60, "rest")),
                List.of(question("comfort-stop", Question.Takes.STOP, List.of())));
        double[] ticks = IntStream.range(0, 2500).mapToDouble(i -> i / 50.0).toArray();
        assertThat(begun(bend, new TrainingControl(), 1, ticks).phaseIndex()).isEqualTo(1);
    }

    @Test
    void anAnswerThatIsNotAwaitedEndsNothing() {
        TrainingControl control = new TrainingControl();
        control.answer("sevens", "1006");
        Protocol protocol = protocol(
                List.of(question("sevens", Question.Takes.NUMBERS, List.of())),
                asks("Task", PhaseKind.TRANSFER, "sevens"),
                new Phase("Rest", PhaseKind.REST, 60, "rest"));
        assertThat(begun(protocol, control, 1, 0, 0.02, 0.04).phaseIndex()).isZero();
    }

    @Test
    void aQuestionPhaseCannotWaitForWhatNeverEnds() {
        Protocol protocol = protocol(
                List.of(question("sevens", Question.Takes.NUMBERS, List.of())),
                asks("Sevens", PhaseKind.QUESTION, "sevens"));
        assertThat(ProtocolRules.faults(protocol))
                .singleElement()
                .satisfies(fault -> assertThat(fault.reason()).contains("ends with its answer"));
    }

    @Test
    void itsOwnQuestionGoesBeforeTheCatalogue() {
        Protocol protocol = protocol(List.of(question("comfort", Question.Takes.ONE, List.of(), "good", "bad")));
        assertThat(protocol.question("comfort").takes()).isEqualTo(Question.Takes.ONE);
        assertThat(protocol.question("tension").takes()).isEqualTo(Question.Takes.RATING);
    }

    @Test
    void anAdjustedPhaseKeepsItsFadingPacerAndItsTalk() {
        Phase phase = new Phase(
                "Task",
                PhaseKind.FEEDBACK,
                90,
                "text",
                PhaseEnd.TIME,
                5,
                0,
                "",
                0,
                0,
                "",
                "",
                0,
                0,
                0,
                "",
                "",
                List.of(),
                "",
                "",
                30,
                60,
                true);
        assertThat(phase.lasting(60).pacerEverySeconds()).isEqualTo(60);
        assertThat(phase.lasting(60).pacerSeconds()).isEqualTo(30);
        assertThat(phase.lasting(60).spoken()).isTrue();
    }

    @Test
    void aQuestionKeepsItsTimeOnAFlareDay() {
        Protocol easier = FlareDay.of(protocol(List.of(), asks("What helped", PhaseKind.QUESTION, "what_helped")));
        assertThat(easier.phases()).extracting(Phase::seconds).containsExactly(60.0);
    }
}

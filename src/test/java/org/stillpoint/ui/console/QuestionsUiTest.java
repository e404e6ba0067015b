package org.stillpoint.ui.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stillpoint.store.ProtocolFiles;
import org.stillpoint.training.FeedbackWriter;
import org.stillpoint.training.Phase;
import org.stillpoint.training.Protocol;
import org.stillpoint.training.TrainingControl.Kind;
import org.stillpoint.training.TrainingControl.Wish;
import org.stillpoint.ui.FxThread;
import org.stillpoint.ui.Hands;
import org.stillpoint.ui.Jobs;
import org.stillpoint.ui.NeedsFonts;
import org.stillpoint.ui.Pulse;
import org.stillpoint.ui.SyntheticSession;
import org.stillpoint.ui.SyntheticStation;
import org.stillpoint.ui.Theme;
import org.stillpoint.ui.patient.PatientScreen;

/** What a person answers during the shipped protocols, with the keys and the mouse of either window. */
@NeedsFonts
class QuestionsUiTest {

    private final Jobs jobs = new Jobs();
    private SyntheticSession session;
    private TherapistConsole console;
    private Hands hands;
    private Hands patient;

    @BeforeEach
    void start() {
        assertThat(FxThread.start()).isTrue();
    }

    @AfterEach
    void close() {
        if (console != null) {
            FxThread.await(console::close);
        }
        jobs.close();
    }

    /** Both windows of a session that is in this phase. */
    private void in(String protocolId, String phase) {
        in(protocolId, phase, "", false);
    }

    private void in(String protocolId, String phase, String cue, boolean asking) {
        Protocol protocol = ProtocolFiles.load(Path.of("none")).find(protocolId).orElseThrow();
        session = new SyntheticSession(protocol);
        for (int i = 0; !protocol.phases().get(i).title().equals(phase); i++) {
            session.planned[i] = 0;
        }
        session.cue = cue;
        session.asking = asking;
        session.runTo(1);
        SyntheticStation station = new SyntheticStation(session);
        FxThread.await(() -> {
            Stage stage = new Stage();
            stage.setWidth(1440);
            stage.setHeight(900);
            console = new TherapistConsole(stage, station, session, new Pulse(), jobs, Theme.LIGHT, Theme.DARK);
            console.show();
            console.start("P-0142", protocolId, List.copyOf(station.sensors()));
        });
        await().until(() -> console.session().isPresent() && console.scene().lookup("#hold") != null);
        hands = new Hands(console.scene());
        hands.type(KeyCode.P);
        await().until(() -> console.patientScreen().isPresent());
        patient = new Hands(patientScene());
        frame();
    }

    private Scene patientScene() {
        return console.patientScreen().map(PatientScreen::scene).orElseThrow();
    }

    private void frame() {
        long before = frames;
        FxThread.await(() -> console.frame(before));
        frames += 33_000_000L;
    }

    private long frames = 1_000_000_000L;

    private Wish wish() {
        Wish[] wish = new Wish[1];
        await().atMost(5, TimeUnit.SECONDS).until(() -> (wish[0] = FeedbackWriter.wish(session.control)) != null);
        return wish[0];
    }

    private Wish noWish() {
        return FeedbackWriter.wish(session.control);
    }

    private void seen(Scene scene, String id) {
        await().until(() -> Hands.on(() -> {
            Node node = scene.lookup(id);
            for (Node each = node; each != null; each = each.getParent()) {
                if (!each.isVisible()) {
                    return false;
                }
            }
            return node != null;
        }));
    }

    private void sevens() {
        in("stress-profile", "Serial sevens", "Begin with 1013, take 7 away.", false);
        seen(patientScene(), "#patient-digit-7");
    }

    private void type(Hands on, int... digits) {
        for (int digit : digits) {
            on.type(KeyCode.getKeyCode(Integer.toString(digit)));
        }
    }

    @Test
    void sevensAreTypedOneAfterTheOtherOnThePatientsWindow() {
        sevens();
        type(patient, 1, 0, 0, 6);
        patient.type(KeyCode.ENTER);
        assertThat(wish()).isEqualTo(new Wish(Kind.ANSWER, 0, "serial_sevens: 1006"));
        type(patient, 9, 9, 9);
        patient.type(KeyCode.ENTER);
        assertThat(wish()).isEqualTo(new Wish(Kind.ANSWER, 0, "serial_sevens: 999"));
    }

    @Test
    void sevensCanBePressedWithTheMouseAndTakenBack() {
        sevens();
        patient.click("#patient-digit-9");
        patient.click("#patient-digit-1");
        patient.click("#patient-back");
        patient.click("#patient-digit-8");
        patient.click("#patient-next");
        assertThat(wish()).isEqualTo(new Wish(Kind.ANSWER, 0, "serial_sevens: 98"));
    }

    @Test
    void theDigitsOfThePadCountAsWell() {
        sevens();
        patient.type(KeyCode.NUMPAD4);
        patient.type(KeyCode.NUMPAD2);
        patient.type(KeyCode.ENTER);
        assertThat(wish()).isEqualTo(new Wish(Kind.ANSWER, 0, "serial_sevens: 42"));
    }

    @Test
    void nobodyIsToldWhetherAResultIsRight() {
        sevens();
        List<String> before = words(patientScene());
        type(patient, 5);
        patient.type(KeyCode.ENTER);
        wish();
        frame();
        await().untilAsserted(() -> assertThat(words(patientScene())).isEqualTo(before));
    }

    private static List<String> words(Scene scene) {
        List<String> words = new ArrayList<>();
        FxThread.await(() -> scene.getRoot().lookupAll(".label").stream()
                .filter(Node::isVisible)
                .map(node -> ((Label) node).getText())
                .forEach(words::add));
        return words;
    }

    @Test
    void whileSevensAreTypedTheConsolesDigitsStillMark() {
        sevens();
        hands.type(KeyCode.DIGIT4);
        assertThat(wish()).isEqualTo(new Wish(Kind.EVENT, 0, "swallow"));
    }

    @Test
    void afterQTheConsolesDigitsAreTheAnswer() {
        sevens();
        seen(console.scene(), "#question-answer");
        hands.type(KeyCode.Q);
        FxThread.await(() -> ((TextField) console.scene().getFocusOwner()).setText("1006"));
        hands.type(KeyCode.ENTER);
        assertThat(wish()).isEqualTo(new Wish(Kind.ANSWER, 0, "serial_sevens: 1006"));
        assertThat(((TextField) console.scene().lookup("#question-answer")).getText())
                .isEmpty();
    }

    @Test
    void onOneScreenTheDigitsAreThePatients() {
        sevens();
        hands.type(KeyCode.O);
        frame();
        type(hands, 9, 8);
        hands.type(KeyCode.ENTER);
        assertThat(wish()).isEqualTo(new Wish(Kind.ANSWER, 0, "serial_sevens: 98"));
    }

    @Test
    void aTaskCanBeStoppedAtAnyMomentOnThePatientsWindow() {
        in("stress-profile", "A hard moment");
        patient.click("#patient-skip");
        assertThat(wish().kind()).isEqualTo(Kind.SKIP_PHASE);
    }

    @ParameterizedTest
    @CsvSource({"A, AGREE", "S, SKIP_PHASE"})
    void thePatientSaysYesOrLeavesItOutWithAKey(KeyCode key, Kind kind) {
        in("stress-profile", "Serial sevens", "", true);
        seen(patientScene(), "#patient-agree");
        patient.type(key);
        assertThat(wish().kind()).isEqualTo(kind);
    }

    @Test
    void theTherapistSaysYesOrLeavesItOutForThePatient() {
        in("flexion-relaxation", "Bend and hang", "", true);
        hands.click("#leave-out");
        assertThat(wish().kind()).isEqualTo(Kind.SKIP_PHASE);
        hands.click("#agree");
        assertThat(wish().kind()).isEqualTo(Kind.AGREE);
    }

    @Test
    void placesThatHurtAreChosenAndChangedUntilNext() {
        in("pmr", "Left out");
        patient.click("#patient-choice-8");
        patient.click("#patient-choice-16");
        patient.click("#patient-choice-8");
        patient.type(KeyCode.DIGIT7);
        assertThat(noWish()).isNull();
        patient.click("#patient-next");
        assertThat(wish()).isEqualTo(new Wish(Kind.ANSWER, 0, "pmr-skip: jaw, left foot"));
    }

    @Test
    void nowhereIsAnAnswer() {
        in("pmr-seven", "Left out");
        seen(patientScene(), "#patient-next");
        patient.type(KeyCode.ENTER);
        assertThat(wish()).isEqualTo(new Wish(Kind.ANSWER, 0, "pmr-skip: none"));
    }

    @Test
    void theKeyboardWalksToPlacesBeyondTheNinth() {
        in("pmr", "Left out");
        seen(patientScene(), "#patient-choice-10");
        for (int i = 0; i < 10; i++) {
            patient.type(KeyCode.RIGHT);
        }
        patient.type(KeyCode.ENTER);
        patient.click("#patient-next");
        assertThat(wish()).isEqualTo(new Wish(Kind.ANSWER, 0, "pmr-skip: belly"));
    }

    @Test
    void whereTheSensorSitsIsAskedOfTheTherapistAlone() {
        in("pmr-four", "Sensor");
        seen(console.scene(), "#question-choice-3");
        assertThat(Hands.on(() -> patientScene().lookup("#patient-question").isVisible()))
                .isFalse();
        hands.click("#question-choice-3");
        hands.click("#question-next");
        assertThat(wish()).isEqualTo(new Wish(Kind.ANSWER, 0, "pmr-site: shoulders"));
    }

    @Test
    void onOneScreenTheTherapistIsAskedThere() {
        in("pmr-four", "Sensor");
        hands.type(KeyCode.O);
        frame();
        hands.type(KeyCode.DIGIT1);
        hands.type(KeyCode.ENTER);
        assertThat(wish()).isEqualTo(new Wish(Kind.ANSWER, 0, "pmr-site: arms"));
    }

    @Test
    void bendingEndsWithTheLargeKey() {
        in("flexion-relaxation", "Bend and hang", "Bend forward slowly.", false);
        patient.click("#patient-stop");
        assertThat(wish()).isEqualTo(new Wish(Kind.ANSWER, 0, "comfort-stop: That is enough"));
    }

    @Test
    void bendingEndsWithAKeyOfTheConsole() {
        in("flexion-relaxation", "Bend and hang", "Bend forward slowly.", false);
        hands.click("#question-stop");
        assertThat(wish().text()).startsWith("comfort-stop: ");
    }

    @Test
    void degreesBeyondTheRangeAreNotTaken() {
        in("flexion-relaxation", "Range");
        seen(console.scene(), "#question-answer");
        hands.write("#question-answer", "300");
        assertThat(noWish()).isNull();
        hands.write("#question-answer", "75");
        assertThat(wish()).isEqualTo(new Wish(Kind.ANSWER, 0, "flexion-range: 75"));
    }

    @Test
    void whichMuscleIsTrainedIsAskedByTheNameOfItsChannel() {
        in("emg-relaxation", "Side");
        seen(console.scene(), "#question-choice-1");
        assertThat(((Button) console.scene().lookup("#question-choice-1")).getText())
                .isEqualTo("right trapezius");
        hands.click("#question-choice-3");
        hands.click("#question-next");
        assertThat(wish()).isEqualTo(new Wish(Kind.ANSWER, 0, "muscle-side: larger"));
    }

    @Test
    void aPredictionCanBeChangedUntilNext() {
        in("transfer", "Before 1");
        patient.click("#patient-number-2");
        patient.type(KeyCode.BACK_SPACE);
        patient.click("#patient-number-6");
        patient.click("#patient-next");
        assertThat(wish()).isEqualTo(new Wish(Kind.RATING, 6, "prediction_tension"));
    }

    @ParameterizedTest
    @CsvSource({"ESCAPE", "BACK_SPACE"})
    void anAnswerIsTakenBackBeforeItIsGiven(KeyCode key) {
        in("transfer", "Before 1");
        seen(patientScene(), "#patient-number-2");
        patient.type(KeyCode.DIGIT2);
        patient.type(key);
        patient.type(KeyCode.ENTER);
        assertThat(noWish()).isNull();
    }

    @Test
    void escapeLeavesTheFullScreenOnlyWhenNothingIsAsked() {
        in("transfer", "Before 1");
        seen(patientScene(), "#patient-number-2");
        patient.type(KeyCode.F);
        patient.type(KeyCode.ESCAPE);
        assertThat(Hands.on(this::fullScreen)).isTrue();
        session.planned[indexOf("Before 1")] = 0;
        session.runTo(1.5);
        await().until(() ->
                !Hands.on(() -> patientScene().lookup("#patient-question").isVisible()));
        patient.type(KeyCode.ESCAPE);
        assertThat(Hands.on(this::fullScreen)).isFalse();
    }

    private boolean fullScreen() {
        return ((Stage) patientScene().getWindow()).isFullScreen();
    }

    private int indexOf(String phase) {
        return session.live.protocol().phases().stream()
                .map(Phase::title)
                .toList()
                .indexOf(phase);
    }

    @Test
    void aPredictionCanBeSkipped() {
        in("transfer", "Before 1");
        patient.click("#patient-skip");
        assertThat(wish().kind()).isEqualTo(Kind.SKIP_PHASE);
    }

    @Test
    void whatThePatientDidMayBeSeveralThings() {
        in("transfer", "What helped 2");
        seen(patientScene(), "#patient-choice-3");
        type(patient, 1, 3);
        patient.type(KeyCode.ENTER);
        assertThat(wish()).isEqualTo(new Wish(Kind.ANSWER, 0, "what_helped: longer out-breath, shoulders down"));
    }

    @Test
    void whatIsChosenOnOneWindowIsSeenOnTheOther() {
        in("transfer", "Before 1");
        patient.click("#patient-number-6");
        frame();
        await().until(() -> Hands.on(
                () -> "6, chosen".equals(((Button) console.scene().lookup("#question-6")).getAccessibleText())));
    }

    @ParameterizedTest
    @CsvSource({
        "stress-profile, Serial sevens",
        "pmr, Left out",
        "pmr-seven, Left out",
        "transfer, Before 1",
        "transfer, What helped 1",
        "flexion-relaxation, Bend and hang"
    })
    void everyKeyOfThePatientIsLargeAndHasAName(String protocol, String phase) {
        in(protocol, phase);
        FxThread.await(() -> {
            console.patientScreen().orElseThrow().scene().getWindow().setWidth(1440);
            console.patientScreen().orElseThrow().scene().getWindow().setHeight(810);
        });
        seen(patientScene(), "#patient-question");
        await().untilAsserted(() -> FxThread.await(() -> {
            patientScene().getRoot().applyCss();
            patientScene().getRoot().layout();
            List<Node> keys = List.copyOf(patientScene().getRoot().lookupAll(".question-key"));
            assertThat(keys).isNotEmpty().allSatisfy(key -> {
                assertThat(key.getBoundsInParent().getHeight()).isGreaterThanOrEqualTo(64);
                assertThat(key.getBoundsInParent().getWidth()).isGreaterThanOrEqualTo(64);
                assertThat(key.getAccessibleText()).isNotBlank();
            });
            assertThat(patientScene().lookup("#patient-question").getScaleX()).isEqualTo(1);
        }));
    }
}

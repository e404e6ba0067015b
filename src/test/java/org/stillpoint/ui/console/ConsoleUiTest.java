package org.stillpoint.ui.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stillpoint.training.FeedbackWriter;
import org.stillpoint.training.Phase;
import org.stillpoint.training.PhaseEnd;
import org.stillpoint.training.PhaseKind;
import org.stillpoint.training.Protocol;
import org.stillpoint.training.TrainingControl.Kind;
import org.stillpoint.training.TrainingControl.Wish;
import org.stillpoint.ui.Cut;
import org.stillpoint.ui.FxThread;
import org.stillpoint.ui.Hands;
import org.stillpoint.ui.Jobs;
import org.stillpoint.ui.NeedsFonts;
import org.stillpoint.ui.Pulse;
import org.stillpoint.ui.SafetyQuestion;
import org.stillpoint.ui.SyntheticSession;
import org.stillpoint.ui.SyntheticStation;
import org.stillpoint.ui.Theme;
import org.stillpoint.ui.sound.SoundOut;

@NeedsFonts
class ConsoleUiTest {

    private final SyntheticSession session = new SyntheticSession();
    private SyntheticStation station = new SyntheticStation(session);
    private final Jobs jobs = new Jobs();
    private TherapistConsole console;
    private Hands hands;

    @BeforeEach
    void open() {
        assertThat(FxThread.start()).isTrue();
        session.runTo(300);
        FxThread.await(() -> {
            Stage stage = new Stage();
            stage.setWidth(1440);
            stage.setHeight(900);
            console = new TherapistConsole(stage, station, session, new Pulse(), jobs, Theme.LIGHT, Theme.DARK);
            console.show();
        });
        hands = new Hands(console.scene());
    }

    @AfterEach
    void close() {
        FxThread.await(console::close);
        jobs.close();
    }

    private void run() {
        await().until(() -> console.scene().lookup("#sensor-simulated") != null);
        hands.click("#start");
        await().until(() -> console.session().isPresent() && console.scene().lookup("#hold") != null);
        FxThread.await(() -> console.scene().getRoot().layout());
    }

    private Wish wish() {
        Wish[] wish = new Wish[1];
        await().atMost(5, TimeUnit.SECONDS).until(() -> (wish[0] = FeedbackWriter.wish(session.control)) != null);
        return wish[0];
    }

    private String text(String id) {
        return ((Label) console.scene().lookup(id)).getText();
    }

    @Test
    void startIsOneClickWhenNothingIsAttached() {
        run();
        assertThat(station.starts).isEqualTo(1);
    }

    @Test
    void frameOfUseIsReadBeforeTheStart() {
        assertThat(text("#training-aid")).contains("training and education aid").contains("Not a medical device");
    }

    @Test
    void aNewCodeIsTypedAndUsed() {
        await().until(() -> console.scene().lookup("#sensor-simulated") != null);
        FxThread.await(() ->
                ((ComboBox<?>) console.scene().lookup("#patient")).getEditor().setText("P-0200"));
        hands.click("#start");
        await().until(() -> station.startedFor.equals("P-0200"));
    }

    private void choose(String item) {
        await().until(() -> console.scene().lookup("#view") != null);
        FxThread.await(() -> fire(((MenuButton) console.scene().lookup("#view")).getItems(), item));
    }

    private static void fire(List<MenuItem> items, String id) {
        for (MenuItem item : List.copyOf(items)) {
            if (item instanceof Menu menu) {
                fire(menu.getItems(), id);
            } else if (id.equals(item.getId())) {
                item.fire();
            }
        }
    }

    @Test
    void theLookThatIsChosenIsTakenAndRemembered() {
        choose("view-console-dark");
        await().until(() -> "dark".equals(station.settings.get("console-theme")));
        assertThat(console.scene().getFill()).isEqualTo(Theme.DARK.palette().ground());
    }

    @Test
    void anotherLookInTheMiddleOfASessionKeepsItsBeats() {
        run();
        FxThread.await(() -> console.frame(1_000_000_000L));
        int before = ((HeartRateRow) console.scene().lookup("#row-heart-rate")).size();
        choose("view-console-contrast");
        FxThread.await(() -> console.frame(2_000_000_000L));
        assertThat(((HeartRateRow) console.scene().lookup("#row-heart-rate")).size())
                .isEqualTo(before)
                .isGreaterThan(300);
    }

    @Test
    void figuresForThePatientAreRemembered() {
        choose("view-numbers");
        await().until(() -> "on".equals(station.settings.get("patient-numbers")));
        assertThat(console.settings().numbers()).isTrue();
    }

    @Test
    void soundKeyTurnsTheSoundsOff() {
        run();
        hands.type(KeyCode.S);
        await().until(() -> "off".equals(station.settings.get("sound")));
        assertThat(((ToggleButton) console.scene().lookup("#sound")).getText()).isEqualTo("Sound off");
    }

    @Test
    void soundKeyIsWrittenDown() {
        run();
        hands.type(KeyCode.S);
        Wish wish = wish();
        assertThat(wish.kind()).isEqualTo(Kind.VOLUME);
        assertThat(wish.number()).isZero();
    }

    @Test
    void aSoundIsChosenInTheMiddleOfASession() {
        run();
        choose("view-sound-waves");
        Wish wish = wish();
        assertThat(wish.kind()).isEqualTo(Kind.SOUND);
        assertThat(wish.text()).isEqualTo("waves");
    }

    @Test
    void whatFadedOutComesBackWithTheSoundKey() {
        run();
        choose("view-fade");
        assertThat(wish().number()).isZero();
        hands.type(KeyCode.S);
        assertThat(wish().number()).isEqualTo(0.6);
        assertThat(console.settings().sound()).isTrue();
    }

    @Test
    void thatThereIsNoLoudspeakerIsSaidInTheHeader() {
        run();
        Assumptions.assumeFalse(
                SoundOut.open().silence().isEmpty(), "The machine without a loudspeaker is absent: this one has one.");
        long[] frame = new long[1];
        await().until(() -> {
            FxThread.await(() -> console.frame(frame[0] += 1_000_000_000L));
            return text("#training-note").contains("loudspeaker");
        });
    }

    @Test
    void thePatientsOwnKeysTurnTheSound() {
        run();
        FxThread.await(console::openPatientWindow);
        Hands patient = new Hands(console.patientScreen().orElseThrow().scene());
        patient.type(KeyCode.DOWN);
        assertThat(wish().number()).isEqualTo(0.25);
        patient.type(KeyCode.S);
        assertThat(wish().number()).isZero();
        patient.type(KeyCode.UP);
        assertThat(wish().number()).isEqualTo(0.6);
    }

    /** A protocol of muscles alone needs no instruction of slow breathing. */
    private void sensible() {
        FxThread.await(console::close);
        SyntheticStation other = new SyntheticStation(new SyntheticSession(new Protocol(
                "p",
                "P",
                List.of("emg-relaxation"),
                "tension",
                6,
                0.45,
                "w",
                SyntheticSession.protocol().phases())));
        station = other;
        FxThread.await(() -> {
            console = new TherapistConsole(new Stage(), other, session, new Pulse(), jobs, Theme.LIGHT, Theme.DARK);
            console.show();
        });
        hands = new Hands(console.scene());
    }

    private void addPort() {
        await().until(() -> console.scene().lookup("#other-port-open") != null
                && !((ComboBox<?>) console.scene().lookup("#other-port-kind"))
                        .getItems()
                        .isEmpty());
        hands.click("#other-port-open");
        FxThread.await(() -> {
            ((TextField) console.scene().lookup("#other-port-path")).setText("/dev/pts/3");
            ((ComboBox<?>) console.scene().lookup("#other-port-kind"))
                    .getSelectionModel()
                    .select(0);
        });
        hands.click("#other-port-add");
    }

    @Test
    void aPortThatIsNotListedIsTypedWithItsSensor() {
        station.safety = List.of();
        await().until(() -> console.scene().lookup("#sensor-simulated") != null);
        addPort();
        hands.click("#start");
        await().until(() -> !station.startedWith.isEmpty());
        assertThat(station.startedWith.get(0).port()).isEqualTo("/dev/pts/3");
        assertThat(station.startedWith).hasSize(1);
    }

    @Test
    void beforeTheFirstSensorsOnAPersonTheSafetyQuestionsAreAsked() {
        await().until(() -> console.scene().lookup("#sensor-simulated") != null);
        addPort();
        hands.click("#start");
        await().until(() -> console.scene().lookup("#safety").isVisible());
        assertThat(station.starts).isZero();
        hands.click("#safety-panic");
        hands.click("#safety-go-on");
        await().until(() -> station.starts == 1);
        assertThat(station.safety).containsExactly(SafetyQuestion.PANIC);
    }

    @Test
    void aFlareDayIsStartedAsOne() {
        await().until(() -> console.scene().lookup("#sensor-simulated") != null);
        hands.click("#flare");
        hands.click("#start");
        await().until(() -> station.flare);
    }

    @Test
    void anAdjustedCopyIsSavedAndChosen() {
        sensible();
        await().until(() -> console.scene().lookup("#sensor-simulated") != null);
        hands.click("#adjust-protocol");
        await().until(() -> console.scene().lookup("#adjust-name") != null);
        FxThread.await(() -> ((TextField) console.scene().lookup("#adjust-name")).setText("My own, short"));
        hands.write("#adjust-length", "2:30");
        hands.click("#adjust-save");
        await().until(() -> station.saved != null);
        assertThat(station.saved.id()).isEqualTo("my-own-short");
        assertThat(station.saved.phases().get(0).seconds()).isEqualTo(150);
        await().until(() -> console.scene().lookup("#adjust") == null);
    }

    @Test
    void aCopyThatMakesNoSenseIsRefusedInPlace() {
        await().until(() -> console.scene().lookup("#sensor-simulated") != null);
        hands.click("#adjust-protocol");
        await().until(() -> console.scene().lookup("#adjust-name") != null);
        hands.click("#adjust-save");
        assertThat(text("#adjust-wrong")).contains("slow breathing needs an instruction phase");
        assertThat(station.saved).isNull();
    }

    @Test
    void aLengthThatMakesNoSenseIsRefusedBesideItsField() {
        await().until(() -> console.scene().lookup("#sensor-simulated") != null);
        hands.click("#adjust-protocol");
        await().until(() -> console.scene().lookup("#adjust-name") != null);
        hands.write("#adjust-length", "soon");
        assertThat(text("#wrong-seconds")).startsWith("Write the length in minutes");
        hands.write("#adjust-length", "2:30");
        assertThat(text("#wrong-seconds")).isEmpty();
    }

    @Test
    void whatWasNotSavedLeavesAllAsItWas() {
        await().until(() -> console.scene().lookup("#sensor-simulated") != null);
        hands.click("#adjust-protocol");
        await().until(() -> console.scene().lookup("#adjust-name") != null);
        hands.write("#adjust-length", "2:30");
        hands.click("#adjust-back");
        await().until(() -> console.scene().lookup("#adjust") == null);
        assertThat(station.saved).isNull();
        assertThat(station.protocols()).containsExactly(SyntheticSession.protocol());
    }

    @Test
    void refusedStartSaysWhyAndStaysWhereItWas() {
        station.refusal = "The port is taken by another program. Close it and start again.";
        await().until(() -> console.scene().lookup("#sensor-simulated") != null);
        hands.click("#start");
        await().until(() -> text("#trouble").equals(station.refusal));
        assertThat(console.session()).isEmpty();
    }

    @Test
    void spaceHoldsAndSpaceGoesOn() {
        run();
        hands.type(KeyCode.SPACE);
        assertThat(wish().kind()).isEqualTo(Kind.HOLD);
        session.held = true;
        session.runTo(301);
        await().until(() -> console.scene().lookup("#hold-card").isVisible());
        hands.type(KeyCode.SPACE);
        assertThat(wish().kind()).isEqualTo(Kind.RESUME);
    }

    @Test
    void holdOffersToSkipToTheNext() {
        run();
        session.held = true;
        session.runTo(301);
        await().until(() -> console.scene().lookup("#hold-card").isVisible());
        hands.click("#skip-phase");
        assertThat(wish().kind()).isEqualTo(Kind.SKIP_PHASE);
    }

    @Test
    void minusTakesAMinuteFromThePhaseOfNow() {
        session.runTo(310.5);
        run();
        await().until(() -> text("#recording").equals("Recording 5:10"));
        hands.type(KeyCode.MINUS);
        assertThat(wish()).isEqualTo(new Wish(Kind.PHASE_LENGTH, 300, "3"));
    }

    @Test
    void aColumnOpensItsTraceWithTheKeyboardAndEscapeClosesIt() {
        run();
        for (double t = 300; t < 312; t += 0.25) {
            double to = t;
            FxThread.await(() -> session.runTo(to));
            FxThread.await(() -> console.frame(session.nanos()));
        }
        // a column is painted once a second, and before that there is none to choose
        await().until(() -> {
            FxThread.await(() -> console.scene().lookup("#trial-columns").requestFocus());
            hands.type(KeyCode.RIGHT);
            hands.type(KeyCode.ENTER);
            return console.scene().lookup("#trace-card").isVisible();
        });
        assertThat(text("#trial-first")).startsWith("Trial 1: middle ");
        hands.type(KeyCode.ESCAPE);
        assertThat(console.scene().lookup("#trace-card").isVisible()).isFalse();
        assertThat(FeedbackWriter.wish(session.control)).isNull();
    }

    @Test
    void holdOffersToRepeatThePhase() {
        run();
        session.held = true;
        session.runTo(301);
        await().until(() -> console.scene().lookup("#hold-card").isVisible());
        hands.click("#repeat-phase");
        assertThat(wish().kind()).isEqualTo(Kind.REPEAT_PHASE);
    }

    @Test
    void markCarriesItsNote() {
        run();
        hands.click("#mark");
        hands.write("#note", "neck");
        assertThat(wish()).isEqualTo(new Wish(Kind.MARK, 0, "neck"));
    }

    @Test
    void keyThatOpensTheNoteIsNotItsFirstLetter() {
        run();
        hands.letter(KeyCode.M);
        hands.letter(KeyCode.A);
        hands.type(KeyCode.ENTER);
        assertThat(wish()).isEqualTo(new Wish(Kind.MARK, 0, "a"));
    }

    @Test
    void digitMarksAtOnce() {
        run();
        hands.type(KeyCode.DIGIT4);
        assertThat(wish()).isEqualTo(new Wish(Kind.EVENT, 0, "swallow"));
    }

    @Test
    void pacerStepReachesTheTraining() {
        run();
        hands.click("#pacer-rate-up");
        assertThat(wish()).isEqualTo(new Wish(Kind.PACER_RATE, 6.5, ""));
    }

    @Test
    void veilLastsAsLongAsItsKeyIsDown() {
        run();
        hands.press(KeyCode.V);
        assertThat(wish()).isEqualTo(new Wish(Kind.VEIL, 1, ""));
        session.runTo(301);
        hands.release(KeyCode.V);
        assertThat(wish()).isEqualTo(new Wish(Kind.VEIL, 0, ""));
    }

    private static Protocol withConsent() {
        List<Phase> phases = new ArrayList<>(SyntheticSession.protocol().phases());
        phases.set(
                3,
                new Phase(
                        "Serial sevens",
                        PhaseKind.STRESSOR,
                        300,
                        "",
                        PhaseEnd.TIME,
                        60,
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
                        "Counting backwards for a minute?",
                        ""));
        return new Protocol("p", "P", List.of("paced-breathing"), "wave", 6, 0.45, "why", phases);
    }

    @Test
    void ratingOnTheConsoleReachesTheTraining() {
        session.planned[2] = 1e6;
        session.runTo(310);
        run();
        hands.click("#question-6");
        hands.click("#question-next");
        assertThat(wish()).isEqualTo(new Wish(Kind.RATING, 6, "distress_before"));
    }

    @Test
    void ratingNeedsNoMouse() {
        session.planned[2] = 1e6;
        session.runTo(310);
        run();
        await().until(() -> console.scene().lookup("#question-6") != null);
        hands.type(KeyCode.Q);
        hands.type(KeyCode.DIGIT7);
        hands.type(KeyCode.RIGHT);
        hands.type(KeyCode.ENTER);
        assertThat(wish()).isEqualTo(new Wish(Kind.RATING, 8, "distress_before"));
    }

    @Test
    void thePatientAnswersOnTheOwnWindow() {
        session.planned[0] = 1e6;
        session.runTo(310);
        run();
        hands.type(KeyCode.P);
        await().until(() -> console.patientScreen().isPresent());
        Hands patient = new Hands(console.patientScreen().orElseThrow().scene());
        patient.click("#patient-number-9");
        patient.click("#patient-number-3");
        patient.click("#patient-next");
        assertThat(wish()).isEqualTo(new Wish(Kind.RATING, 3, "distress_before"));
        await().until(() -> !console.scene().lookup("#question-line").isVisible());
    }

    @Test
    void aPhaseThatAsksWaitsForTheYesOfEitherSide() {
        SyntheticSession other = new SyntheticSession(withConsent());
        other.asking = true;
        other.runTo(310);
        station.next = other;
        run();
        await().until(() -> console.scene().lookup("#consent-card").isVisible());
        hands.type(KeyCode.A);
        assertThat(FeedbackWriter.wish(other.control).kind()).isEqualTo(Kind.AGREE);
    }

    @Test
    void aPhaseBringsItsDisplayUntilThePatientChooses() {
        List<Phase> phases = new ArrayList<>(SyntheticSession.protocol().phases());
        phases.set(
                4,
                new Phase(
                        "Trial 2",
                        PhaseKind.FEEDBACK,
                        300,
                        "",
                        PhaseEnd.TIME,
                        60,
                        0,
                        "",
                        0,
                        0,
                        "balance",
                        "",
                        0,
                        0,
                        0,
                        "",
                        "",
                        List.of(),
                        "",
                        ""));
        SyntheticSession other =
                new SyntheticSession(new Protocol("p", "P", List.of("emg-relaxation"), "wave", 6, 0.45, "w", phases));
        station.next = other;
        other.runTo(310);
        run();
        assertThat(((MenuButton) console.scene().lookup("#display-choice")).getText())
                .isEqualTo("Wave");
        other.runTo(610);
        await().until(() -> ((MenuButton) console.scene().lookup("#display-choice"))
                .getText()
                .equals("Left and right"));
        FxThread.await(
                () -> fire(((MenuButton) console.scene().lookup("#display-choice")).getItems(), "display-shape"));
        await().until(() -> ((MenuButton) console.scene().lookup("#display-choice"))
                .getText()
                .equals("Shape"));
    }

    @Test
    void onOneScreenThePatientsViewFillsItAndNobodyIsNamed() {
        run();
        hands.type(KeyCode.O);
        FxThread.await(() -> console.scene().getRoot().layout());
        List<String> seen = new ArrayList<>();
        FxThread.await(() -> seenWords(console.scene().getRoot(), seen));
        assertThat(seen).isNotEmpty().noneMatch(word -> word.contains("P-0142") || word.contains("guest"));
        assertThat(console.scene().lookup(".patient").getBoundsInParent().getHeight())
                .isGreaterThan(700);
        hands.click("#console-back");
        assertThat(console.scene().lookup("#ribbon").getParent().isVisible()).isTrue();
        assertThat(console.scene().lookup("#mirror .patient")).isNotNull();
    }

    private static void seenWords(Parent parent, List<String> words) {
        for (Node child : parent.getChildrenUnmodifiable()) {
            if (child.isVisible() && child instanceof Labeled labeled && labeled.getText() != null) {
                words.add(labeled.getText());
            }
            if (child.isVisible() && child instanceof Parent deeper) {
                seenWords(deeper, words);
            }
        }
    }

    @Test
    void onOneScreenThePatientAnswersWithTheSameKeyboard() {
        session.planned[0] = 1e6;
        session.runTo(310);
        run();
        hands.type(KeyCode.O);
        FxThread.await(() -> console.frame(9_000_000_000L));
        hands.type(KeyCode.DIGIT4);
        hands.type(KeyCode.ENTER);
        assertThat(wish()).isEqualTo(new Wish(Kind.RATING, 4, "distress_before"));
    }

    private static Protocol evening() {
        return new Protocol(
                "dim",
                "Dim",
                List.of("paced-breathing"),
                "black",
                "",
                6,
                0.4,
                0,
                0,
                false,
                true,
                "w",
                List.of(new Phase("Breathe", PhaseKind.PACER_ONLY, 600, "Let the sound lead.")),
                List.of());
    }

    private void offer(Protocol protocol) {
        station.offered = List.of(protocol);
        FxThread.await(() -> ((Button) console.scene().lookup("#look-again")).fire());
        await().until(() -> console.scene().lookup("#sensor-none") != null);
        FxThread.await(() -> ((ComboBox<?>) console.scene().lookup("#protocol"))
                .getSelectionModel()
                .select(0));
        await().until(() -> ((CheckBox) console.scene().lookup("#sensor-none")).isSelected());
    }

    @Test
    void aProtocolThatNeedsNoSensorStartsWithoutOneInOneClick() {
        station.safety = List.of();
        offer(evening());
        hands.click("#start");
        await().until(() -> station.starts == 1);
        assertThat(station.startedWith).isEmpty();
    }

    @Test
    void aDimProtocolIsDimForThePatientUntilAnotherLookIsChosen() {
        station.next = new SyntheticSession(evening());
        run();
        FxThread.await(console::openPatientWindow);
        assertThat(console.patientScreen().orElseThrow().scene().getFill())
                .isEqualTo(Theme.EVENING.palette().ground());
        choose("view-patient-light");
        await().until(() -> console.patientScreen()
                .orElseThrow()
                .scene()
                .getFill()
                .equals(Theme.LIGHT.palette().ground()));
    }

    @Test
    void theAppointmentsEndIsWrittenBeforeTheStart() {
        await().until(() -> console.scene().lookup("#sensor-simulated") != null);
        String soon = DateTimeFormatter.ofPattern("HH:mm")
                .format(Instant.ofEpochMilli(session.epochMillis() + 3_600_000L).atZone(ZoneId.systemDefault()));
        FxThread.await(() -> ((TextField) console.scene().lookup("#ends-at")).setText(soon));
        run();
        FxThread.await(() -> console.frame(1_000_000_000L));
        Wish wish = wish();
        assertThat(wish.kind()).isEqualTo(Kind.END_AT);
        assertThat(wish.number()).isBetween(300 + 3540.0, 300 + 3601.0);
    }

    @Test
    void aBrokenFileOfTheOwnIsToldInOneLine() {
        station.fileNotes = List.of("Left out: mine.toml:4: no text");
        FxThread.await(() -> ((Button) console.scene().lookup("#look-again")).fire());
        await().until(() -> text("#files").equals("Left out: mine.toml:4: no text"));
    }

    @Test
    void theResonanceSheetIsAKeyAway() {
        SyntheticSession other = new SyntheticSession(new Protocol(
                "p",
                "P",
                List.of("resonance"),
                "wave",
                6,
                0.45,
                "w",
                SyntheticSession.protocol().phases()));
        other.runTo(310);
        station.next = other;
        run();
        assertThat(console.scene().lookup("#sheet-card").isVisible()).isFalse();
        hands.type(KeyCode.G);
        assertThat(console.scene().lookup("#sheet-card").isVisible()).isTrue();
        hands.click("#sheet");
        assertThat(console.scene().lookup("#sheet-card").isVisible()).isFalse();
    }

    @Test
    void lengthOfALaterPhaseIsChangedWithKeysAlone() {
        session.runTo(310.5);
        run();
        await().until(() -> text("#recording").equals("Recording 5:10"));
        hands.type(KeyCode.T);
        hands.type(KeyCode.RIGHT);
        hands.type(KeyCode.UP);
        assertThat(wish()).isEqualTo(new Wish(Kind.PHASE_LENGTH, 360, "4"));
    }

    @Test
    void anAppointmentThatEndsTooSoonOffersToFit() {
        session.appointmentEnd = 900;
        run();
        session.runTo(301);
        await().until(() -> console.scene().lookup("#over").isVisible());
        assertThat(((Button) console.scene().lookup("#over")).getText()).startsWith("11 min over: ");
    }

    @Test
    void tappedVeilStaysUntilTheNextTap() {
        run();
        hands.type(KeyCode.V);
        assertThat(wish()).isEqualTo(new Wish(Kind.VEIL, 1, ""));
        session.veiled = true;
        session.runTo(301);
        await().until(() -> text("#patient-sees").startsWith("Veiled"));
        hands.type(KeyCode.V);
        assertThat(wish()).isEqualTo(new Wish(Kind.VEIL, 0, ""));
    }

    @Test
    void lostSensorIsSaidInOneCalmSentence() {
        run();
        session.emgLost = true;
        session.runTo(302);
        await().until(() -> console.scene().lookup("#problem-line").isVisible());
        assertThat(text("#problem")).startsWith("Muscle, right trapezius: no data.");
        assertThat(text("#state-emg")).isEqualTo("no data");
    }

    @Test
    void endShowsTheSummaryAndItsButtonLeadsBack() {
        run();
        hands.click("#end-session");
        await().until(console::showsSummary);
        await().until(() -> console.scene().lookup("#back-to-start") != null);
        hands.click("#back-to-start");
        await().until(() -> console.scene().lookup("#start") != null);
        assertThat(station.stops).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"1440, 900", "1280, 720", "1280, 670"})
    void nothingIsCutOnAScreenOf(double width, double height) {
        session.emgLost = true;
        session.appointmentEnd = 900;
        run();
        FxThread.await(() -> {
            console.scene().getWindow().setWidth(width);
            console.scene().getWindow().setHeight(height);
        });
        await().until(() ->
                console.scene().getWidth() == width && console.scene().getHeight() == height);
        session.runTo(303);
        await().until(() -> console.scene().lookup("#problem-line").isVisible());
        List<String> cut = new ArrayList<>();
        FxThread.await(() -> cut.addAll(Cut.of(console.scene())));
        assertThat(cut).isEmpty();
    }

    @Test
    void everyControlHasAnIdAndWordsAndIsLargeEnough() {
        run();
        List<String> faults = new ArrayList<>();
        FxThread.await(() -> buttons(console.scene().getRoot()).forEach(button -> {
            Bounds size = button.getBoundsInParent();
            boolean words = button.getAccessibleText() != null
                    || button instanceof Labeled labeled && !labeled.getText().isEmpty();
            if (button.getId() == null || !words || size.getHeight() < 43.9 || size.getWidth() < 43.9) {
                faults.add(button.getId() + " " + words + " " + size.getWidth() + "x" + size.getHeight());
            }
        }));
        assertThat(faults).isEmpty();
    }

    private static List<Node> buttons(Parent parent) {
        List<Node> found = new ArrayList<>();
        for (Node child : parent.getChildrenUnmodifiable()) {
            if (child instanceof ButtonBase && child.isVisible()) {
                found.add(child);
            } else if (child instanceof Parent deeper && child.isVisible()) {
                found.addAll(buttons(deeper));
            }
        }
        return found;
    }

    @Test
    void patientsWindowNamesNobody() {
        run();
        hands.type(KeyCode.P);
        await().until(() -> console.patientScreen().isPresent());
        Stage window = (Stage) console.patientScreen().orElseThrow().scene().getWindow();
        List<String> texts = new ArrayList<>();
        FxThread.await(() ->
                window.getScene().getRoot().lookupAll(".label").forEach(node -> texts.add(((Label) node).getText())));
        assertThat(window.getTitle()).isEqualTo("Stillpoint");
        assertThat(texts).noneMatch(text -> text != null && text.contains("P-0142"));
    }
}

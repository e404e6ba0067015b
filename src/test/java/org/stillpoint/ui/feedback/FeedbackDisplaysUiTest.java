package org.stillpoint.ui.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.stillpoint.metric.Absence;
import org.stillpoint.signal.Modality;
import org.stillpoint.signal.Quality;
import org.stillpoint.training.Feedback;
import org.stillpoint.training.FeedbackCell;
import org.stillpoint.training.FeedbackWriter;
import org.stillpoint.ui.Beats;
import org.stillpoint.ui.FxThread;
import org.stillpoint.ui.NeedsFonts;
import org.stillpoint.ui.Theme;

@NeedsFonts
class FeedbackDisplaysUiTest {

    private final FeedbackWriter writer = new FeedbackWriter(new FeedbackCell(1, 1, 0));
    private DisplayLook look = new DisplayLook(Theme.DARK.palette());

    @BeforeAll
    static void start() {
        assertThat(FxThread.start()).isTrue();
    }

    static Stream<FeedbackDisplays.Kind> kinds() {
        return FeedbackDisplays.all().stream();
    }

    private WritableImage picture(FeedbackDisplays.Kind kind, boolean own, double width) {
        WritableImage[] image = new WritableImage[1];
        FxThread.await(() -> {
            FeedbackDisplay display = kind.open(look);
            StackPane pane = new StackPane(display.node());
            Scene scene = new Scene(pane, width, width * 9 / 16);
            pane.setBackground(null);
            scene.setFill(Color.BLACK);
            pane.applyCss();
            pane.layout();
            for (int i = 0; i < 60; i++) {
                Feedback newest = writer.time(i / 20.0, 1).publish();
                display.show(newest, own, i * 50_000_000L);
            }
            SnapshotParameters parameters = new SnapshotParameters();
            parameters.setFill(Color.BLACK);
            image[0] = pane.snapshot(parameters, null);
        });
        return image[0];
    }

    private static long pixelsLike(WritableImage image, Color color) {
        long count = 0;
        for (int x = 0; x < (int) image.getWidth(); x++) {
            for (int y = 0; y < (int) image.getHeight(); y++) {
                Color pixel = image.getPixelReader().getColor(x, y);
                double distance = Math.abs(pixel.getRed() - color.getRed())
                        + Math.abs(pixel.getGreen() - color.getGreen())
                        + Math.abs(pixel.getBlue() - color.getBlue());
                count += distance < 0.12 ? 1 : 0;
            }
        }
        return count;
    }

    private static FeedbackDisplays.Kind kind(String id) {
        return FeedbackDisplays.of(id);
    }

    @Test
    void idsAreUnique() {
        Set<String> ids = new HashSet<>();
        assertThat(FeedbackDisplays.all()).allMatch(kind -> ids.add(kind.id()));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void everyDisplayShowsAFeedbackInWhichAllIsAbsent(FeedbackDisplays.Kind kind) {
        assertThat(picture(kind, true, 640).getWidth()).isEqualTo(640);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void everyDisplayFitsTheMirrorAndAGreatScreen(FeedbackDisplays.Kind kind) {
        writer.state(Feedback.State.RUNNING)
                .pacer(true, 6, 0.45, 0.2)
                .breath(0.4)
                .heart(3, 66)
                .muscle(3, 4, true);
        assertThat(picture(kind, true, 240).getWidth()).isEqualTo(240);
        assertThat(picture(kind, true, 1920).getWidth()).isEqualTo(1920);
    }

    @Test
    void tensionOfAWorkingMuscleIsAColumnInItsColour() {
        writer.state(Feedback.State.RUNNING).muscle(6, Double.NaN, false);
        Color muscle = Theme.DARK.palette().muscle().deriveColor(0, 1, 0.9, 1);
        assertThat(pixelsLike(picture(kind("tension"), true, 960), muscle)).isGreaterThan(5000);
    }

    private void measures(Modality modality, boolean rises) {
        look = new DisplayLook(
                Theme.DARK.palette(),
                false,
                false,
                "",
                "",
                -1,
                List.of(new TrainedMeasure("warmth of the hand", "°C", 1, modality, 0, 2.5, rises)),
                false,
                Beats.none());
    }

    @Test
    void oneMeasureIsAColumnInTheColourOfItsSensor() {
        measures(Modality.TEMP, false);
        writer.state(Feedback.State.RUNNING).goal(0, 31, Double.NaN, true, false);
        Color skin = Theme.DARK.palette().skin().deriveColor(0, 1, 0.9, 1);
        assertThat(pixelsLike(picture(kind("goal"), true, 960), skin)).isGreaterThan(5000);
    }

    @Test
    void measureThatIsAbsentIsNeverALowColumn() {
        measures(Modality.EDA, true);
        writer.state(Feedback.State.RUNNING)
                .goal(0, Double.NaN, 4, false, false)
                .meter(0, Double.NaN, Absence.STALE.ordinal(), 0)
                .quality(0, Quality.OFF);
        WritableImage image = picture(kind("goal"), true, 960);
        assertThat(pixelsLike(image, Theme.DARK.palette().skin())).isZero();
        assertThat(pixelsLike(image, Theme.DARK.palette().skin().deriveColor(0, 1, 0.9, 1)))
                .isZero();
    }

    @Test
    void withoutAGoalThereIsNoLine() {
        measures(Modality.EDA, true);
        writer.state(Feedback.State.RUNNING).goal(0, 2, Double.NaN, false, false);
        long without = pixelsLike(
                picture(kind("goal"), true, 960), Theme.DARK.palette().ink());
        writer.goal(0, 2, 1.5, false, false);
        long with = pixelsLike(
                picture(kind("goal"), true, 960), Theme.DARK.palette().ink());
        assertThat(with).isGreaterThan(without + 150);
    }

    @Test
    void withReducedMotionTheDiscStaysWhereItIs() {
        look = new DisplayLook(Theme.DARK.palette(), true, false, "", "", -1, List.of(), false, Beats.none());
        assertThat(discWidth(0.02)).isGreaterThan(100);
        assertThat(discWidth(0.2)).isCloseTo(discWidth(0.02), within(6L));
    }

    /** Pixels across the middle of the disc that are brighter than its ground. */
    private long discWidth(double phase) {
        writer.state(Feedback.State.RUNNING).pacer(true, 6, 0.45, phase);
        WritableImage image = picture(kind("shape"), false, 960);
        int y = (int) (0.415 * image.getHeight());
        long wide = 0;
        for (int x = 0; x < (int) image.getWidth(); x++) {
            wide += image.getPixelReader().getColor(x, y).getGreen() > 0.035 ? 1 : 0;
        }
        return wide;
    }

    @Test
    void coughIsNotFedBack() {
        writer.state(Feedback.State.RUNNING).muscle(6, Double.NaN, false).masked(true);
        Color muscle = Theme.DARK.palette().muscle().deriveColor(0, 1, 0.9, 1);
        assertThat(pixelsLike(picture(kind("tension"), true, 960), muscle)).isZero();
    }

    @Test
    void twoSidesAreTwoColumnsAndOneLineBetween() {
        writer.state(Feedback.State.RUNNING).muscle(6, Double.NaN, false).secondMuscle(3);
        WritableImage both = picture(kind("balance"), true, 960);
        Color line = Theme.DARK.palette().ink();
        assertThat(pixelsLike(both, Theme.DARK.palette().muscle())).isGreaterThan(5000);
        writer.secondMuscle(Double.NaN);
        WritableImage one = picture(kind("balance"), true, 960);
        assertThat(pixelsLike(both, line)).isGreaterThan(pixelsLike(one, line) + 120);
    }

    @Test
    void theMenuKeepsTheNumbersThatRecordingsHold() {
        assertThat(FeedbackDisplays.all().stream().map(FeedbackDisplays.Kind::id))
                .startsWith("wave", "shape", "tension", "wave-tension", "black");
    }

    @Test
    void aPauseOfThePacerAsksForRest() {
        writer.state(Feedback.State.RUNNING).pacer(true, 6, 0.4, 0.45).pauses(0.1, 0);
        assertThat(Cue.ofPacer(writer.publish())).isEqualTo("rest");
    }

    @Test
    void muscleThatCannotBeReadIsNeverALowColumn() {
        writer.state(Feedback.State.RUNNING).muscle(Double.NaN, 4, false);
        Color muscle = Theme.DARK.palette().muscle();
        WritableImage image = picture(kind("tension"), true, 960);
        assertThat(pixelsLike(image, muscle)).isZero();
        assertThat(pixelsLike(image, muscle.deriveColor(0, 1, 0.9, 1))).isZero();
    }

    @Test
    void pacerAloneShowsNothingOfThePersonsOwn() {
        writer.state(Feedback.State.RUNNING)
                .pacer(true, 6, 0.45, 0.2)
                .breath(0.4)
                .heart(3, 66);
        WritableImage image = picture(kind("wave"), false, 960);
        assertThat(pixelsLike(image, Theme.DARK.palette().breath())).isZero();
        assertThat(pixelsLike(image, Theme.DARK.palette().accent())).isPositive();
    }

    @Test
    void unknownNameGivesTheFirstDisplay() {
        assertThat(FeedbackDisplays.of("nothing of the kind"))
                .isSameAs(FeedbackDisplays.all().get(0));
    }

    @Test
    void displayStaysWithinItsRoom() {
        FxThread.await(() -> {
            Region node = (Region)
                    kind("wave").open(new DisplayLook(Theme.DARK.palette())).node();
            assertThat(node.minWidth(-1)).isZero();
        });
    }
}

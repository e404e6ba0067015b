package org.stillpoint.ui.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
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
import org.stillpoint.training.Feedback;
import org.stillpoint.training.FeedbackCell;
import org.stillpoint.training.FeedbackWriter;
import org.stillpoint.ui.FxThread;
import org.stillpoint.ui.NeedsFonts;
import org.stillpoint.ui.Theme;

@NeedsFonts
class FeedbackDisplaysUiTest {

    private final FeedbackWriter writer = new FeedbackWriter(new FeedbackCell(0, 0, 0));

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
            FeedbackDisplay display = kind.open(new DisplayLook(Theme.DARK.palette()));
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

    @Test
    void twoSidesAreTwoColumnsAndOneLineBetween() {
        writer.state(Feedback.State.RUNNING).muscle(6, Double.NaN, false).secondMuscle(3);
        WritableImage both = picture(kind("balance"), true, 960);
        Color line = Theme.DARK.palette().ink();
        assertThat(pixelsLike(both, Theme.DARK.palette().muscle())).isGreaterThan(5000);
        writer.secondMuscle(Double.NaN);
        WritableImage one = picture(kind("balance"), true, 960);
        assertThat(pixelsLike(both, line)).isGreaterThan(pixelsLike(one, line) + 200);
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

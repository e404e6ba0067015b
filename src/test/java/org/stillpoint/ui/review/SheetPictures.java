package org.stillpoint.ui.review;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import javafx.scene.Scene;
import org.stillpoint.training.Estimate;
import org.stillpoint.training.ReleaseCurves;
import org.stillpoint.training.ResonanceBlock;
import org.stillpoint.training.ResonanceSheet;
import org.stillpoint.training.ResonanceVerdict;
import org.stillpoint.ui.FxThread;
import org.stillpoint.ui.PacedHeart;
import org.stillpoint.ui.Snapshot;
import org.stillpoint.ui.Theme;

/** Draws the resonance sheet into a file, for looking at: {@code SheetPictures OUT}. */
public final class SheetPictures {

    private SheetPictures() {}

    /** A made-up assessment: the person swings most near 5.5 a minute. */
    public static ResonanceSheet sheet() {
        double[] rates = {6.5, 6, 5.5, 5, 4.5, 6.5};
        double[] swings = {8.2, 11.6, 12.4, 9.1, 7.0, 8.6};
        List<ResonanceBlock> blocks = new ArrayList<>();
        for (int i = 0; i < rates.length; i++) {
            boolean usable = i != 4;
            blocks.add(new ResonanceBlock(
                    rates[i],
                    13,
                    usable ? 12 : 5,
                    usable ? 12 : 4,
                    new Estimate(swings[i], 0.4 + 0.1 * i),
                    new Estimate(900, 60),
                    new Estimate(10, 5),
                    new Estimate(rates[i], 0.1),
                    new Estimate(3000, 300),
                    new Estimate(0.2, 0.05),
                    0.1,
                    1,
                    0.99,
                    0.01,
                    1,
                    i == 0 ? Double.NaN : 8 - i));
        }
        return new ResonanceSheet(
                blocks,
                Optional.of(new ResonanceVerdict(
                        ResonanceVerdict.Status.CONFIDENT,
                        List.of(5.5, 6.0),
                        6,
                        "5.5 and 6 a minute cannot be told apart; 6 is the most comfortable of them.")));
    }

    static List<List<PacedHeart.Breath>> breaths(ResonanceSheet sheet) {
        Random random = new Random(3);
        List<List<PacedHeart.Breath>> all = new ArrayList<>();
        for (ResonanceBlock block : sheet.blocks()) {
            List<PacedHeart.Breath> some = new ArrayList<>();
            for (int b = 0; b < block.breaths(); b++) {
                int n = (int) (70 / block.ratePerMinute());
                double[] shares = new double[n];
                double[] rates = new double[n];
                double size = block.swing().value() / 2 * (0.85 + 0.3 * random.nextDouble());
                for (int i = 0; i < n; i++) {
                    shares[i] = (i + random.nextDouble() * 0.8) / n;
                    rates[i] = -size * Math.cos(2 * Math.PI * shares[i]) + 0.6 * random.nextGaussian();
                }
                some.add(new PacedHeart.Breath(shares, rates));
            }
            all.add(some);
        }
        return all;
    }

    private static ReleaseCurves release() {
        Random random = new Random(5);
        List<ReleaseCurves.Curve> today = new ArrayList<>();
        List<Double> mean = new ArrayList<>();
        List<Double> first = new ArrayList<>();
        for (int c = 0; c < 6; c++) {
            double slow = 0.6 + 0.8 * random.nextDouble();
            List<Double> values = new ArrayList<>();
            for (int i = 0; i < ReleaseCurves.VALUES; i++) {
                values.add(level(i, slow) + 0.5 * random.nextDouble());
            }
            today.add(new ReleaseCurves.Curve("shoulders", values, 2 + slow));
        }
        for (int i = 0; i < ReleaseCurves.VALUES; i++) {
            int at = i;
            mean.add(today.stream()
                    .mapToDouble(each -> each.microvolts().get(at))
                    .average()
                    .orElseThrow());
            first.add(level(i, 2.6) + 1);
        }
        return new ReleaseCurves(today, mean, first, 3.4);
    }

    private static double level(int i, double slow) {
        double t = i * ReleaseCurves.STEP_SECONDS - ReleaseCurves.BEFORE_SECONDS;
        return t < 0.4 ? 22 + Math.sin(i) : 1.8 + 20.2 * Math.exp(-(t - 0.4) / slow);
    }

    public static void main(String[] args) throws Exception {
        FxThread.drawInMemory();
        FxThread.start();
        Scene[] scene = new Scene[1];
        FxThread.await(() -> {
            ResonanceSheetView view = new ResonanceSheetView(Theme.LIGHT.palette());
            scene[0] = new Scene(view, 912, 650);
            Theme.LIGHT.apply(scene[0]);
            view.show(sheet(), breaths(sheet()));
            javafx.stage.Stage stage = new javafx.stage.Stage();
            stage.setScene(scene[0]);
            stage.show();
            view.onTrainHere(choice -> {}, "");
            view.take();
            view.key(javafx.scene.input.KeyCode.DOWN);
            view.key(javafx.scene.input.KeyCode.DOWN);
            view.key(javafx.scene.input.KeyCode.DOWN);
            view.key(javafx.scene.input.KeyCode.ENTER);
            view.applyCss();
            view.layout();
        });
        Snapshot.png(scene[0], Path.of(args[0]).resolve("sheet.png"));
        FxThread.await(() -> {
            ReleaseOverlayView view = new ReleaseOverlayView(Theme.LIGHT.palette());
            scene[0] = new Scene(view, 912, 650);
            Theme.LIGHT.apply(scene[0]);
            view.show(release());
            view.applyCss();
            view.layout();
        });
        Snapshot.png(scene[0], Path.of(args[0]).resolve("release.png"));
        FxThread.exit();
    }
}

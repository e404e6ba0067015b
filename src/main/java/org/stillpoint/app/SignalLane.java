package org.stillpoint.app;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.stillpoint.metric.Event;
import org.stillpoint.metric.Pipeline;
import org.stillpoint.metric.PipelineSettings;

/**
 * Some columns that are stepped through one pipeline, beside other such lanes and beside the reading: what one lane finds
 * does not depend on another, so the bits are the same. Blocks are taken in their order, each when the one before is done.
 */
final class SignalLane {

    private static final int MOST_WAITING = 8;

    private final List<SignalColumn> columns;
    private final Pipeline pipeline;
    private final Deque<CompletableFuture<Void>> waiting = new ArrayDeque<>();
    private CompletableFuture<Void> work = CompletableFuture.completedFuture(null);

    SignalLane(List<SignalColumn> columns, double rateHz) {
        this.columns = columns;
        List<Pipeline.Line> lines = new ArrayList<>();
        columns.forEach(one -> lines.add(new Pipeline.Line(one.map().channel(), rateHz)));
        pipeline = new Pipeline(lines, PipelineSettings.USUAL);
    }

    /** Takes a block that nobody will write to again; waits when the lane is far behind the reading. */
    void take(RowBlock block) {
        work = work.thenRunAsync(() -> step(block));
        waiting.add(work);
        if (waiting.size() > MOST_WAITING) {
            waiting.remove().join();
        }
    }

    /** Waits until all blocks are done. */
    void join() {
        work.join();
        columns.forEach(SignalColumn::end);
    }

    private void step(RowBlock block) {
        int n = columns.size();
        double[][] values = new double[n][];
        SignalColumn[] found = columns.toArray(new SignalColumn[0]);
        for (int line = 0; line < n; line++) {
            values[line] = block.numbers(found[line].place());
        }
        double[] times = block.times();
        for (int row = 0; row < block.rows(); row++) {
            double t = times[row];
            for (int line = 0; line < n; line++) {
                pipeline.step(line, values[line][row], t);
                if (pipeline.event() != Event.NONE) {
                    found[line].note(pipeline, t);
                }
            }
        }
        for (SignalColumn column : columns) {
            column.keep(block);
        }
    }
}

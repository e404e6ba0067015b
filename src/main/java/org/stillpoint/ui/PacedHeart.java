package org.stillpoint.ui;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.stillpoint.acquisition.EventRing;
import org.stillpoint.metric.Event;
import org.stillpoint.training.Feedback;
import org.stillpoint.training.Phase;
import org.stillpoint.training.ResonanceBlock;

/**
 * The heart rate within each breath of the blocks of a resonance assessment, for drawing them over each other: aligned to the
 * in-breath, as differences from the breath's own middle. JavaFX thread only.
 */
public final class PacedHeart {

    /** Beats reach the screen a little after the breath that holds them. */
    private static final double BEATS_COME_SECONDS = 2.5;

    private static final double LONGEST_BREATH_SECONDS = 25;
    private static final int LEAST_BEATS = 4;
    private static final String EXERCISE = "resonance";

    /**
     * One breath.
     *
     * @param shares 0 = its in-breath begins, 1 = it has ended
     * @param perMinute heart rate there, less the middle of this breath
     */
    public record Breath(double[] shares, double[] perMinute) {}

    /** Breaths of one block. */
    public record Block(double ratePerMinute, double fromSeconds, List<Breath> breaths) {}

    private record Pending(Block block, double fromSeconds, double toSeconds) {}

    private final LiveSession session;
    private final EventRing.Cursor events;
    private final Beats heart;
    private final Deque<double[]> beats = new ArrayDeque<>();
    private final Deque<Pending> pending = new ArrayDeque<>();
    private final List<Block> blocks = new ArrayList<>();
    private Block open;
    private int phase = -1;
    private double elapsed;
    private double lastBreathSeconds = Double.NaN;

    public PacedHeart(LiveSession session) {
        this.session = session;
        this.events = session.events().cursor();
        this.heart = Beats.of(session);
    }

    /** Follows the session; once a frame. */
    public void look(Feedback newest) {
        boolean again = newest.phaseIndex() == phase && newest.phaseElapsedSeconds() < elapsed - 1;
        if (again && open != null) {
            blocks.remove(open);
        }
        if (newest.phaseIndex() != phase || again) {
            phase = newest.phaseIndex();
            open = null;
        }
        elapsed = newest.phaseElapsedSeconds();
        if (open == null && isBlock() && newest.pacing()) {
            open = new Block(newest.pacerRatePerMinute(), newest.tSeconds(), new ArrayList<>());
            blocks.add(open);
        }
        while (heart.next()) {
            beats.add(new double[] {heart.tSeconds(), heart.ratePerMinute()});
        }
        while (events.advance()) {
            if (events.kind() == Event.BREATH.ordinal()) {
                breathEnded(events.tSeconds());
            }
        }
        while (!pending.isEmpty() && newest.tSeconds() > pending.peek().toSeconds() + BEATS_COME_SECONDS) {
            draw(pending.poll());
        }
        while (!beats.isEmpty() && beats.peek()[0] < newest.tSeconds() - 2 * LONGEST_BREATH_SECONDS) {
            beats.poll();
        }
    }

    private boolean isBlock() {
        List<Phase> phases = session.protocol().phases();
        if (phase >= phases.size() || !session.protocol().exercises().contains(EXERCISE)) {
            return false;
        }
        String exercise = phases.get(phase).exercise();
        return phases.get(phase).kind().paces() && (exercise.isEmpty() || exercise.equals(EXERCISE));
    }

    private void breathEnded(double tSeconds) {
        double from = lastBreathSeconds;
        lastBreathSeconds = tSeconds;
        boolean settled = open != null && from >= open.fromSeconds() + ResonanceBlock.SETTLING_SECONDS;
        if (settled && tSeconds - from < LONGEST_BREATH_SECONDS) {
            pending.add(new Pending(open, from, tSeconds));
        }
    }

    private void draw(Pending breath) {
        List<double[]> within = beats.stream()
                .filter(beat -> beat[1] == beat[1])
                .map(beat -> new double[] {beat[0] - 30 / beat[1], beat[1]})
                .filter(beat -> beat[0] >= breath.fromSeconds() && beat[0] <= breath.toSeconds())
                .toList();
        if (within.size() < LEAST_BEATS) {
            return;
        }
        double middle = within.stream().mapToDouble(beat -> beat[1]).average().orElseThrow();
        double seconds = breath.toSeconds() - breath.fromSeconds();
        breath.block()
                .breaths()
                .add(new Breath(
                        within.stream()
                                .mapToDouble(beat -> (beat[0] - breath.fromSeconds()) / seconds)
                                .toArray(),
                        within.stream().mapToDouble(beat -> beat[1] - middle).toArray()));
    }

    /** Breaths of each of these finished blocks, in the same order; none where they are not known. */
    public List<List<Breath>> of(List<ResonanceBlock> finished) {
        List<List<Breath>> found = new ArrayList<>();
        int next = 0;
        for (ResonanceBlock block : finished) {
            int at = next;
            while (at < blocks.size() && Math.abs(blocks.get(at).ratePerMinute() - block.ratePerMinute()) > 0.01) {
                at++;
            }
            found.add(at < blocks.size() ? List.copyOf(blocks.get(at).breaths()) : List.of());
            next = at < blocks.size() ? at + 1 : next;
        }
        return found;
    }
}

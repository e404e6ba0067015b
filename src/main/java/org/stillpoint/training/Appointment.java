package org.stillpoint.training;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** What to leave out so that a session ends when the appointment does. */
public final class Appointment {

    private Appointment() {}

    /**
     * Which later phases to leave out, by their drop rank, the later one first among equals; only as many as it takes.
     * What shows the skill without help and the wrap-up always stay.
     *
     * @param planned length of each phase as it is now, 0 = left out already
     * @param index the phase that runs
     * @param leftSeconds seconds from now to the end of the last phase, as planned
     * @param availableSeconds seconds from now to the appointment's end
     * @return places of phases; empty when all fits or nothing more may be left out
     */
    public static List<Integer> toDrop(
            List<Phase> phases, double[] planned, int index, double leftSeconds, double availableSeconds) {
        List<Integer> candidates = IntStream.range(index + 1, phases.size())
                .filter(i -> planned[i] > 0 && phases.get(i).mayDrop())
                .boxed()
                .sorted(Comparator.comparingInt((Integer i) -> phases.get(i).dropRank())
                        .thenComparing(Comparator.<Integer>reverseOrder()))
                .toList();
        List<Integer> drop = new ArrayList<>();
        double over = leftSeconds - availableSeconds;
        for (int candidate : candidates) {
            if (over <= 0) {
                break;
            }
            drop.add(candidate);
            over -= planned[candidate];
        }
        return drop;
    }
}

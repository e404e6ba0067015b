package org.stillpoint.app;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * One recording through the live pipeline. The heart and the breath go one lane, muscles and skin another; intervals,
 * beats and labels are gathered as they are.
 */
final class Analysis {

    private final List<ColumnMap> maps;
    private final List<String> numbers;
    private final List<SignalColumn> columns = new ArrayList<>();
    private final List<SignalLane> lanes = new ArrayList<>();
    private final Map<String, NumberList> kept = new TreeMap<>();
    private final List<String> labels = new ArrayList<>();
    private final double rateHz;
    private long rows;
    private double end;

    /**
     * @param numbers the columns of numbers in a block, in their order
     * @param rateHz samples a second; NaN when there are no signals
     * @param even whether row k lies at k / rate; otherwise each block carries its times
     */
    Analysis(List<ColumnMap> maps, List<String> numbers, double rateHz, boolean even) {
        this.maps = maps;
        this.numbers = numbers;
        this.rateHz = rateHz;
        for (ColumnMap one : maps) {
            if (one.modality().isPresent()) {
                columns.add(new SignalColumn(one, numbers.indexOf(one.column()), even ? rateHz : Double.NaN));
            } else if (!one.role().equals("label")) {
                kept.put(one.role(), new NumberList());
            }
        }
        Map<Boolean, List<SignalColumn>> halves = columns.stream()
                .collect(Collectors.partitioningBy(one -> switch (one.map().role()) {
                    case "ecg", "ppg", "resp", "resp2" -> true;
                    default -> false;
                }));
        for (List<SignalColumn> half : halves.values()) {
            if (!half.isEmpty()) {
                lanes.add(new SignalLane(half, rateHz));
            }
        }
    }

    /** Takes rows that nobody will write to again, their times filled in. */
    void take(RowBlock block) {
        for (ColumnMap one : maps) {
            if (kept.containsKey(one.role())) {
                kept.get(one.role()).add(block.numbers(numbers.indexOf(one.column())), block.rows());
            } else if (one.role().equals("label")) {
                labels.addAll(Arrays.asList(block.words(0)).subList(0, block.rows()));
            }
        }
        lanes.forEach(lane -> lane.take(block));
        rows += block.rows();
        end = block.rows() > 0 ? block.times()[block.rows() - 1] + 1 / rateHz : end;
    }

    /** Waits until all is found. */
    void join() {
        lanes.forEach(SignalLane::join);
    }

    /** Columns with samples in the order of the map. */
    List<SignalColumn> columns() {
        return columns;
    }

    List<SignalColumn> columns(String... roles) {
        return columns.stream()
                .filter(one -> List.of(roles).contains(one.map().role()))
                .toList();
    }

    /** The values of {@code rr} or {@code beats}, in ms or s; those that are no number are left out. */
    double[] values(ColumnMap map) {
        return kept.get(map.role()).finite(map.factor());
    }

    /** The same with NaN where one is missing between others; those of a column that is mostly empty just follow each other. */
    double[] span(ColumnMap map) {
        double[] span = kept.get(map.role()).span(map.factor());
        double[] there = values(map);
        return 2 * there.length < span.length ? there : span;
    }

    /** One a row; null without a label column. */
    List<String> labels() {
        return maps.stream().anyMatch(one -> one.role().equals("label")) ? labels : null;
    }

    List<ColumnMap> maps() {
        return maps;
    }

    double rateHz() {
        return rateHz;
    }

    long rows() {
        return rows;
    }

    /** When the last row ends, in seconds since the first. */
    double endSeconds() {
        return end;
    }
}

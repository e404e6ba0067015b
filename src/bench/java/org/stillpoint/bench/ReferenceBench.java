package org.stillpoint.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * The fixed piece of work that all others are told in: for each value eight steps of a linear congruence and eight changes
 * of a quarter of a megabyte of memory.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ReferenceBench {

    private static final int WORDS = 1 << 16;
    private static final int ROUNDS = 8;

    private final int[] memory = new int[WORDS];
    private int x = 12345;

    @Benchmark
    @OperationsPerInvocation(Block.SAMPLES)
    public int reference() {
        int now = x;
        for (int i = 0; i < Block.SAMPLES * ROUNDS; i++) {
            now = now * 1103515245 + 12345;
            memory[(now >>> 8) & (WORDS - 1)] += i;
        }
        x = now;
        return memory[now & (WORDS - 1)];
    }
}

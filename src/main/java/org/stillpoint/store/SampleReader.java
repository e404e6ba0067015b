package org.stillpoint.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;

/**
 * Reads the codes of one recorded ring forwards, half a minute at a time, every sample index once. What was lost is NaN.
 *
 * <p>A second whose sealed block was changed or is missing is NaN too, and counted: what is whole can still be read. One
 * thread.
 */
public final class SampleReader implements AutoCloseable {

    private static final int PAGE_TICKS = 30;

    private final Database database;
    private final Sessions.Row session;
    private final List<Tick> ticks;
    private final int ring;
    private final int firstStream;
    private final double[] codes;
    private final double[][][] page;
    private final BlockCodec codec = new BlockCodec();
    private int pageStart = -PAGE_TICKS;
    private int tick = -1;
    private int offset;
    private int count;
    private long first;
    private long index = -1;
    private int damagedBlocks;

    SampleReader(Database database, Sessions.Row session, List<Tick> ticks, int ring, int firstStream, int channels) {
        this.database = database;
        this.session = session;
        this.ticks = ticks;
        this.ring = ring;
        this.firstStream = firstStream;
        this.codes = new double[channels];
        this.page = new double[PAGE_TICKS][channels][];
    }

    /** Goes to the next sample, if there is one. */
    public boolean next() throws StoreException {
        while (offset >= count) {
            tick++;
            if (tick >= ticks.size()) {
                return false;
            }
            if (tick >= pageStart + PAGE_TICKS) {
                pageStart = tick;
                readPage();
            }
            Tick.Ring now = ticks.get(tick).rings().get(ring);
            first = now.first();
            count = now.count();
            offset = 0;
        }
        index++;
        if (index < first) {
            Arrays.fill(codes, Double.NaN);
            return true;
        }
        for (int channel = 0; channel < codes.length; channel++) {
            double[] block = page[tick - pageStart][channel];
            codes[channel] = block == null ? Double.NaN : block[offset];
        }
        offset++;
        return true;
    }

    private void readPage() throws StoreException {
        for (double[][] blocks : page) {
            Arrays.fill(blocks, null);
        }
        database.read(open -> {
            fillPage(open);
            return null;
        });
        for (int i = 0; i < PAGE_TICKS && pageStart + i < ticks.size(); i++) {
            int expected = ticks.get(pageStart + i).rings().get(ring).count();
            for (int channel = 0; channel < codes.length; channel++) {
                double[] block = page[i][channel];
                if (expected > 0 && (block == null || block.length != expected)) {
                    page[i][channel] = null;
                    damagedBlocks++;
                }
            }
        }
    }

    private void fillPage(Connection open) throws SQLException {
        try (PreparedStatement select = open.prepareStatement("SELECT seq, stream, sealed FROM block"
                + " WHERE session = ? AND seq >= ? AND seq < ? AND stream >= ? AND stream < ?")) {
            select.setLong(1, session.number());
            select.setLong(2, pageStart);
            select.setLong(3, pageStart + PAGE_TICKS);
            select.setInt(4, firstStream);
            select.setInt(5, firstStream + codes.length);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    long seq = row.getLong(1);
                    int stream = row.getInt(2);
                    try {
                        page[(int) (seq - pageStart)][stream - firstStream] = codec.decode(
                                session.key().open(row.getBytes(3), SessionPlaces.block(session.id(), seq, stream)));
                    } catch (StoreException damaged) {
                        // Stays null: counted once the page is there.
                    }
                }
            }
        }
    }

    /** Index of the current sample. */
    public long index() {
        return index;
    }

    /** Codes of the current sample; the array is reused. */
    public double[] codes() {
        return codes;
    }

    /** Blocks of a second and a channel that could not be read so far. */
    public int damagedBlocks() {
        return damagedBlocks;
    }

    @Override
    public void close() {
        codec.close();
    }
}

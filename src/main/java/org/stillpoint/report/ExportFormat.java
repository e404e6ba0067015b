package org.stillpoint.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.stillpoint.store.Recording;
import org.stillpoint.store.StoreException;

/** A way in which a recorded session leaves the station as files. */
public interface ExportFormat {

    /** Word of the command line. */
    String id();

    /** What a person reads. */
    String title();

    /**
     * Writes one session into a folder of its own, {@code folder/<session id>}, which appears whole or not at all.
     *
     * @param folder made when it is not there
     * @return the files, in the order in which they are to be told
     * @throws StoreException when the session cannot be read
     * @throws IOException when the folder cannot be written
     */
    List<Path> export(Recording recording, ExportIdentity identity, Path folder) throws StoreException, IOException;
}

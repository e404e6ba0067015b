package org.stillpoint.store;

import java.util.HashMap;

/** Opens recorded sessions for reading. Any thread. */
public final class Recordings {

    private final SealedStore store;

    Recordings(SealedStore store) {
        this.store = store;
    }

    /** @throws StoreException when there is no such session or its small rows cannot be read */
    public Recording open(String sessionId) throws StoreException {
        StoredSession stored = store.sessions().get(sessionId);
        return store.database().read(open -> {
            Sessions.Row row = store.sessions().row(open, sessionId, new HashMap<>());
            return Recording.load(store, open, row, stored);
        });
    }
}

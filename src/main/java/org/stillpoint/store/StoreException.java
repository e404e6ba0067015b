package org.stillpoint.store;

/** The store failed; the message is one sentence that tells what happened and what to do. Never holds a person's words. */
public class StoreException extends Exception {

    private static final long serialVersionUID = 1L;

    public StoreException(String message) {
        super(message);
    }

    public StoreException(String message, Throwable cause) {
        super(message, cause);
    }
}

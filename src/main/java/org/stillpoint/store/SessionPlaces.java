package org.stillpoint.store;

/** Names of the places that a session's sealed entries are bound to. */
final class SessionPlaces {

    private SessionPlaces() {}

    static String key(String session, String patient) {
        return "session.key|" + session + "|" + patient;
    }

    static String header(String session) {
        return "session|" + session;
    }

    static String end(String session) {
        return "session_end|" + session;
    }

    static String tick(String session, long seq) {
        return "tick|" + session + "|" + seq;
    }

    static String block(String session, long seq, int stream) {
        return "block|" + session + "|" + seq + "|" + stream;
    }

    static String note(String session, int kind, long seq) {
        return "note|" + session + "|" + kind + "|" + seq;
    }

    static String finding(String session, long seq) {
        return "finding|" + session + "|" + seq;
    }
}

package org.stillpoint.store;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.stillpoint.training.Script;

/**
 * The texts that lead through exercises, one file each: {@code scripts/<id>.toml} of the program, and the user's own, which
 * win over one with the same id. Sound files that they name lie in the user's folder.
 *
 * @param all by id
 * @param problems what is wrong in files that were therefore left out, as {@code file:line: reason}
 * @param notes what a person should know although nothing is wrong
 */
public record ScriptFiles(Map<String, Script> all, List<String> problems, List<String> notes) {

    private static final String FOLDER = "scripts";

    /** @param user the folder of the user's own files; need not be there */
    public static ScriptFiles load(Path user) {
        List<String> problems = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        Map<String, Script> found = new TreeMap<>();
        for (Script script : ProgramFolder.builtIn(FOLDER, file -> ScriptFile.read(file, user, problems))) {
            found.put(script.id(), script);
        }
        for (Script script : ProgramFolder.files(user, problems, file -> ScriptFile.read(file, user, problems))) {
            if (found.put(script.id(), script) != null) {
                notes.add("Script " + script.id() + ": yours is used in place of the built-in one.");
            }
        }
        return new ScriptFiles(Collections.unmodifiableMap(found), List.copyOf(problems), List.copyOf(notes));
    }
}

package org.stillpoint.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.stillpoint.training.Protocol;
import org.stillpoint.training.ProtocolRules;

/**
 * The trainings of a station, one file each: {@code protocols/<id>.toml} of the program, and the user's own, which win
 * over one with the same id.
 *
 * @param all in menu order
 * @param problems what is wrong in files that were therefore left out, as {@code file:line: reason}
 * @param notes what a person should know although nothing is wrong
 */
public record ProtocolFiles(List<Protocol> all, List<String> problems, List<String> notes) {

    private static final String FOLDER = "protocols";
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{0,63}");
    private static final int OWN_ORDER = 500;

    /** @param user the folder of the user's own files; need not be there */
    public static ProtocolFiles load(Path user) {
        List<String> problems = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        Map<String, ProtocolFile> found = new LinkedHashMap<>();
        for (ProtocolFile file : ProgramFolder.builtIn(FOLDER, file -> ProtocolFile.read(file, problems))) {
            found.put(file.protocol().id(), file);
        }
        for (ProtocolFile file : ProgramFolder.files(user, problems, file -> ProtocolFile.read(file, problems))) {
            if (found.put(file.protocol().id(), file) != null) {
                notes.add("Protocol " + file.protocol().id() + ": yours is used in place of the built-in one.");
            }
        }
        List<Protocol> all = found.values().stream()
                .sorted(Comparator.comparingInt(ProtocolFile::order)
                        .thenComparing(file -> file.protocol().id()))
                .map(ProtocolFile::protocol)
                .toList();
        return new ProtocolFiles(all, List.copyOf(problems), List.copyOf(notes));
    }

    /**
     * Saves a protocol as the user's own; one with the same id is replaced.
     *
     * @param user the folder of the user's own files; made when it is not there
     * @throws StoreException with what makes no sense in it, or when the file cannot be written
     */
    public static Path save(Path user, Protocol protocol) throws StoreException {
        List<ProtocolRules.Fault> faults = ProtocolRules.faults(protocol);
        if (!faults.isEmpty()) {
            String where =
                    faults.get(0).phase() < 0 ? "" : "Phase " + (faults.get(0).phase() + 1) + ": ";
            throw new StoreException("The protocol was not saved. " + where
                    + faults.get(0).key() + ": " + faults.get(0).reason() + ".");
        }
        if (!ID.matcher(protocol.id()).matches()) {
            throw new StoreException(
                    "The protocol was not saved: its id may hold small letters, digits and hyphens, and begins with a letter.");
        }
        Path file = user.resolve(protocol.id() + ".toml");
        try {
            Files.createDirectories(user);
            Path aside = Files.createTempDirectory(user, "saving");
            Path part = aside.resolve(protocol.id() + ".toml");
            try {
                Files.writeString(part, text(protocol));
                readAgain(part, protocol);
                Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(part);
                Files.delete(aside);
            }
        } catch (IOException unwritable) {
            throw new StoreException(
                    "The protocol was not saved: the folder " + user + " cannot be written.", unwritable);
        }
        return file;
    }

    /** What would not come back as it was is not kept: it would be missing from the menu, and nobody would know why. */
    /** A protocol as the text of its file, which reads back as the same. */
    public static String text(Protocol protocol) {
        return ProtocolText.of(protocol, OWN_ORDER);
    }

    private static void readAgain(Path part, Protocol protocol) throws StoreException {
        List<String> problems = new ArrayList<>();
        Optional<Protocol> again = ProtocolFile.read(part, problems).map(ProtocolFile::protocol);
        if (!again.equals(Optional.of(protocol))) {
            String why = problems.isEmpty() ? "it does not read back as it is" : problems.get(0);
            throw new StoreException("The protocol was not saved: " + why.replaceFirst("^.*\\.toml:\\d+: ", "") + ".");
        }
    }

    /** Whether a protocol with this id comes with the program. */
    public static boolean comesWithTheProgram(String id) {
        return ID.matcher(id).matches() && ProtocolFiles.class.getResource("/" + FOLDER + "/" + id + ".toml") != null;
    }

    /**
     * Whether a person's own protocol with this id was written by the station, so that it may be written again. A file with
     * notes in it was written by hand: they would be lost.
     *
     * @param user the folder of the user's own files
     */
    public static boolean writtenHere(Path user, String id) {
        Path file = user.resolve(id + ".toml");
        if (!ID.matcher(id).matches() || !Files.isRegularFile(file)) {
            return false;
        }
        try (Stream<String> lines = Files.lines(file)) {
            return lines.noneMatch(line -> line.stripLeading().startsWith("#"));
        } catch (IOException | UncheckedIOException unreadable) {
            return false;
        }
    }

    public Optional<Protocol> find(String id) {
        return all.stream().filter(protocol -> protocol.id().equals(id)).findFirst();
    }

    /** The protocol with this id. @throws StoreException with the ids that there are */
    public Protocol named(String id) throws StoreException {
        Optional<String> broken = problems.stream()
                .filter(problem -> problem.contains(id + ".toml:"))
                .findFirst();
        if (broken.isPresent() && find(id).isEmpty()) {
            throw new StoreException("The protocol " + id + " is broken: " + broken.get() + ".");
        }
        return find(id).orElseThrow(() -> new StoreException("There is no such protocol; there are: "
                + String.join(", ", all.stream().map(Protocol::id).toList()) + "."));
    }
}

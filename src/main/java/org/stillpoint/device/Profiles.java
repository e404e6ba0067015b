package org.stillpoint.device;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The device profiles of a station: one folder a device with its {@code device.toml}, built-in ones and the user's.
 *
 * @param all sorted by id
 * @param problems what is wrong in profiles that were therefore left out
 * @param notes what a person should know although nothing is wrong
 */
public record Profiles(List<DeviceProfile> all, List<ProfileProblem> problems, List<String> notes) {

    private static final String FILE = "device.toml";

    /**
     * Loads both folders. A user's profile wins over a built-in one with the same id and a note says so; a broken one is
     * told among the problems and hides nothing.
     *
     * @param builtIn the folder {@code devices} that came with the program
     * @param user the user's own folder; null or absent when there is none
     */
    public static Profiles load(Path builtIn, Path user) {
        Map<String, DeviceProfile> profiles = new TreeMap<>();
        List<ProfileProblem> problems = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        if (!Files.isDirectory(builtIn)) {
            problems.add(new ProfileProblem(
                    builtIn, 1, "the folder of built-in devices is not there; expected it beside the program"));
        }
        ProfileFile file = new ProfileFile();
        for (Path toml : files(builtIn, problems)) {
            file.read(toml, "built-in", problems).ifPresent(p -> profiles.put(p.id(), p));
        }
        for (Path toml : user == null ? List.<Path>of() : files(user, problems)) {
            file.read(toml, "user", problems).ifPresent(p -> {
                if (profiles.put(p.id(), p) != null) {
                    notes.add("Profile " + p.id() + ": yours in " + toml + " is used in place of the built-in one.");
                }
            });
        }
        return new Profiles(List.copyOf(profiles.values()), List.copyOf(problems), List.copyOf(notes));
    }

    /** Checks one folder: of devices, or of one device. */
    public static Profiles check(Path folder) {
        List<ProfileProblem> problems = new ArrayList<>();
        List<DeviceProfile> profiles = new ArrayList<>();
        List<Path> files =
                Files.isRegularFile(folder.resolve(FILE)) ? List.of(folder.resolve(FILE)) : files(folder, problems);
        ProfileFile file = new ProfileFile();
        for (Path toml : files) {
            file.read(toml, "user", problems).ifPresent(profiles::add);
        }
        if (files.isEmpty() && problems.isEmpty()) {
            problems.add(new ProfileProblem(folder, 1, "no profile here; expected folders with a " + FILE));
        }
        return new Profiles(List.copyOf(profiles), List.copyOf(problems), List.of());
    }

    /** The same with profiles that are made in code, listed first. */
    public Profiles withFirst(List<DeviceProfile> first) {
        List<DeviceProfile> joined = new ArrayList<>(first);
        joined.addAll(all);
        return new Profiles(List.copyOf(joined), problems, notes);
    }

    public Optional<DeviceProfile> find(String id) {
        return all.stream().filter(p -> p.id().equals(id)).findFirst();
    }

    /** The profile with this id. @throws DeviceException with what is wrong in it, or with the ids that there are */
    public DeviceProfile named(String id) throws DeviceException {
        Optional<DeviceProfile> found = find(id);
        if (found.isPresent()) {
            return found.get();
        }
        for (ProfileProblem problem : problems) {
            if (id.equals(
                    String.valueOf(problem.file().toAbsolutePath().getParent().getFileName()))) {
                throw new DeviceException("The device profile \"" + id + "\" is broken: " + problem + ".");
            }
        }
        String ids = String.join(", ", all.stream().map(DeviceProfile::id).toList());
        throw new DeviceException(
                "There is no device profile \"" + id + "\"; there are: " + (ids.isEmpty() ? "none" : ids) + ".");
    }

    private static List<Path> files(Path folder, List<ProfileProblem> problems) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.map(entry -> entry.resolve(FILE))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            problems.add(new ProfileProblem(
                    folder, 1, "the folder cannot be read (" + e.getClass().getSimpleName() + ")"));
            return List.of();
        }
    }
}

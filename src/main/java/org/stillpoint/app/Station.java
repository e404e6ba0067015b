package org.stillpoint.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.stillpoint.acquisition.Clock;
import org.stillpoint.care.Patient;
import org.stillpoint.care.SessionSummary;
import org.stillpoint.device.DeviceException;
import org.stillpoint.device.DeviceProfile;
import org.stillpoint.device.SerialPorts;
import org.stillpoint.device.SimulatedSource;
import org.stillpoint.metric.Absence;
import org.stillpoint.metric.Metric;
import org.stillpoint.metric.MuscleBand;
import org.stillpoint.metric.PipelineSettings;
import org.stillpoint.report.ExportFormats;
import org.stillpoint.report.ExportIdentity;
import org.stillpoint.report.SessionReview;
import org.stillpoint.signal.Channel;
import org.stillpoint.signal.Modality;
import org.stillpoint.signal.PacerCell;
import org.stillpoint.store.DataFolder;
import org.stillpoint.store.ProtocolFiles;
import org.stillpoint.store.Recording;
import org.stillpoint.store.ScriptFiles;
import org.stillpoint.store.SealedStore;
import org.stillpoint.store.StoreException;
import org.stillpoint.store.StoredSession;
import org.stillpoint.training.Finding;
import org.stillpoint.training.FlareDay;
import org.stillpoint.training.Protocol;
import org.stillpoint.training.RateChoice;
import org.stillpoint.training.Remembered;
import org.stillpoint.ui.LiveDevice;
import org.stillpoint.ui.LiveSession;
import org.stillpoint.ui.MeasureLabel;
import org.stillpoint.ui.SafetyQuestion;
import org.stillpoint.ui.StationControl;

/**
 * The station behind the screens: one open store, at most one running session.
 *
 * <p>Starting and stopping block; any thread may call them, one at a time.
 */
final class Station implements StationControl, AutoCloseable {

    private static final double FIRST_SAMPLE_WITHIN_SECONDS = 10;
    /** The computer's own serial ports: there on many boards, with nothing on them. */
    private static final Pattern BUILT_IN_PORT = Pattern.compile("/dev/ttyS\\d+");

    /** What was said to the safety questions, among what is remembered of a person. */
    private static final String SAFETY = "safety_answers";

    private static final Absence[] ABSENCES = Absence.values();

    private final DataFolder data;
    private final Hardware hardware;
    private final Clock clock;
    private final SealedStore store;
    private final Map<String, List<SafetyQuestion>> asked = new ConcurrentHashMap<>();
    private SessionRun run;
    private String runsFor = "";
    private String ended = "";
    private Optional<Finding> chosenRate = Optional.empty();

    /** Opens the store; sessions that were interrupted are recovered by it. */
    Station(DataFolder data, Hardware hardware, Clock clock) throws StoreException {
        this.data = data;
        this.hardware = hardware;
        this.clock = clock;
        this.store = SealedStore.open(data, clock);
    }

    @Override
    public List<SensorChoice> sensors() {
        List<SensorChoice> choices = new ArrayList<>();
        List<DeviceProfile> profiles = hardware.profilesOfFolders(data).all();
        for (SerialPorts.Port port : SerialPorts.list()) {
            List<DeviceProfile> likely = profiles.stream()
                    .filter(profile -> profile.find().usb().contains(port.usb()))
                    .toList();
            if (likely.isEmpty() && BUILT_IN_PORT.matcher(port.path()).matches()) {
                continue;
            }
            String state = words(SerialPorts.state(port.path()));
            for (DeviceProfile profile : likely.isEmpty() ? profiles : likely) {
                choices.add(new SensorChoice(
                        profile.id(),
                        port.path(),
                        profile.name() + " on " + port.path(),
                        likely.size() == 1,
                        state,
                        gives(profile)));
            }
        }
        DeviceProfile simulated = SimulatedSource.describe();
        choices.add(new SensorChoice(simulated.id(), "", simulated.name(), true, "ready", gives(simulated)));
        return choices;
    }

    private static Set<Modality> gives(DeviceProfile profile) {
        return profile.channels().stream().map(Channel::modality).collect(Collectors.toSet());
    }

    /** A port's state in words: {@code ready}, or what to do. */
    static String words(SerialPorts.State state) {
        return switch (state) {
            case FREE -> "ready";
            case BUSY ->
                "Another program has this port open; close it (often the Arduino IDE or the maker's software).";
            case DENIED -> "You may not open this port; on Linux add yourself to the group dialout and log in again.";
            case GONE -> "This port has just gone; plug the sensor in again.";
        };
    }

    @Override
    public List<Protocol> protocols() {
        return hardware.protocols(data).all();
    }

    @Override
    public List<String> patientCodes() {
        List<String> codes = new ArrayList<>(List.of("guest"));
        try {
            for (Patient patient : store.patients().all()) {
                if (!codes.contains(patient.code())) {
                    codes.add(patient.code());
                }
            }
        } catch (StoreException unreadable) {
            // The list is a convenience: a code can be typed all the same, and starting says what is wrong.
        }
        return codes;
    }

    @Override
    public Set<String> trainedCodes() {
        try {
            return store.sessions().patientCodes();
        } catch (StoreException unreadable) {
            // Taken for a first session: the gentler menu.
            return Set.of();
        }
    }

    @Override
    public List<String> fileNotes() {
        ProtocolFiles protocols = hardware.protocols(data);
        ScriptFiles scripts = hardware.scripts(data);
        return Stream.of(
                        Stream.concat(protocols.problems().stream(), scripts.problems().stream())
                                .map(problem -> "Left out: " + problem),
                        protocols.notes().stream(),
                        scripts.notes().stream())
                .flatMap(notes -> notes)
                .toList();
    }

    @Override
    public LiveSession start(String patientCode, String protocolId, List<SensorChoice> chosen)
            throws DeviceException, StoreException {
        return start(patientCode, hardware.protocols(data).named(protocolId), chosen);
    }

    @Override
    public LiveSession startFlare(String patientCode, String protocolId, List<SensorChoice> chosen)
            throws DeviceException, StoreException {
        ProtocolFiles protocols = hardware.protocols(data);
        LiveSession live = start(patientCode, FlareDay.of(protocols.named(protocolId), protocols.all()), chosen);
        live.control().mark("flare");
        return live;
    }

    @Override
    public List<SensorKind> sensorKinds() {
        return hardware.profilesOfFolders(data).all().stream()
                .map(profile -> new SensorKind(profile.id(), profile.name(), gives(profile)))
                .toList();
    }

    @Override
    public Optional<List<SafetyQuestion>> safety(String patientCode) {
        if (asked.containsKey(patientCode)) {
            return Optional.of(asked.get(patientCode));
        }
        try {
            return SafetyQuestion.read(store.findings().remembered(patientCode).text(SAFETY));
        } catch (StoreException unreadable) {
            return Optional.empty();
        }
    }

    @Override
    public void safety(String patientCode, List<SafetyQuestion> yes) {
        asked.put(patientCode, List.copyOf(yes));
    }

    @Override
    public String powerHint() {
        return MainsPower.of(Path.of("/sys/class/power_supply")).hint();
    }

    @Override
    public boolean mayRewrite(String protocolId) {
        return ProtocolFiles.writtenHere(data.protocols(), protocolId);
    }

    @Override
    public void save(Protocol protocol) throws StoreException {
        if (ProtocolFiles.comesWithTheProgram(protocol.id()) && !mayRewrite(protocol.id())) {
            throw new StoreException(
                    "The protocol was not saved: one of that name comes with the program and stays as it is.");
        }
        ProtocolFiles.save(data.protocols(), protocol);
    }

    @Override
    public synchronized Optional<SessionSummary> trainAt(RateChoice choice) throws StoreException {
        if (!choice.possible()) {
            throw new StoreException(choice.words());
        }
        if (runsFor.equals(Patient.GUEST)) {
            throw new StoreException("A guest is not remembered: start the session for a person's code.");
        }
        if (run != null) {
            run.control().mark("train at " + choice.rate());
            chosenRate = Optional.of(choice.finding());
            return Optional.empty();
        }
        if (!ended.isEmpty()) {
            List<Finding> findings = new ArrayList<>(store.findings().of(ended));
            findings.removeIf(finding -> finding.key().equals(RateChoice.KEY));
            findings.add(choice.finding());
            store.findings().save(ended, findings);
            return Optional.of(SessionReview.store(store, ended));
        }
        throw new StoreException("There is no session to keep it with.");
    }

    private synchronized LiveSession start(String patientCode, Protocol protocol, List<SensorChoice> chosen)
            throws DeviceException, StoreException {
        if (run != null) {
            throw new StoreException("A session is running; end it first.");
        }
        PacerCell pacer = new PacerCell();
        List<Sensor> sensors = new ArrayList<>();
        try {
            for (SensorChoice choice : chosen) {
                String port = choice.port().isEmpty() ? null : choice.port();
                sensors.add(new Sensor(hardware.source(data, choice.profileId(), port, null, pacer), clock).start());
            }
            for (Sensor sensor : sensors) {
                sensor.awaitFirstSample(FIRST_SAMPLE_WITHIN_SECONDS);
            }
            Remembered remembered = store.findings().remembered(patientCode);
            run = new SessionRun(
                            sensors,
                            pacer,
                            store,
                            patientCode,
                            protocol,
                            remembered,
                            settings(),
                            hardware.scripts(data).all(),
                            clock)
                    .start();
            runsFor = patientCode;
            chosenRate = Optional.empty();
            return live(run, patientCode, protocol, remembered);
        } catch (DeviceException | StoreException | RuntimeException failed) {
            sensors.forEach(Sensor::close);
            throw failed;
        }
    }

    private static LiveSession live(SessionRun run, String patientCode, Protocol protocol, Remembered remembered) {
        List<LiveDevice> devices = new ArrayList<>();
        int line = 0;
        for (Sensor sensor : run.sensors()) {
            devices.add(new LiveDevice(sensor.profile(), sensor.rateHz(), sensor.ring(), sensor.health(), line));
            line += sensor.profile().channels().size();
        }
        return new LiveSession(
                patientCode,
                protocol,
                devices,
                run.cell(),
                run.events(),
                run.control(),
                run.pipeline().metrics().stream().map(Station::label).toList(),
                (meter, absence) -> run.pipeline().metrics().get(meter).reason(ABSENCES[absence]),
                new LiveSession.RecordingState() {
                    @Override
                    public double durableSeconds() {
                        return run.recorder().durableSeconds();
                    }

                    @Override
                    public String problem() {
                        return run.recorder().problem().orElse("");
                    }
                },
                () -> run.loop().resonance(),
                () -> run.loop().releaseCurves(),
                remembered);
    }

    private static MeasureLabel label(Metric metric) {
        String window = Double.isNaN(metric.windowSeconds()) ? "last breaths" : seconds(metric.windowSeconds());
        String band = metric.band();
        String ground = band.isEmpty() ? window : band + ", " + window;
        String name = band.isEmpty() ? metric.name() : metric.name().replace(", " + band, "");
        int decimals = metric.unit().equals("ms") || metric.id().startsWith("heart_rate") ? 0 : 1;
        return new MeasureLabel(metric.id(), name, metric.unit(), ground, decimals);
    }

    private static String seconds(double seconds) {
        return seconds < 1 ? Math.round(seconds * 1000) + " ms" : Math.round(seconds) + " s";
    }

    /** The muscles' band is the station's: values of different bands cannot be compared. */
    private PipelineSettings settings() {
        boolean narrow = setting("emg_band").equals(MuscleBand.NARROW.word());
        return SessionRun.SETTINGS.with(narrow ? MuscleBand.NARROW : MuscleBand.WIDE);
    }

    @Override
    public Path soundFolder() {
        return data.sounds();
    }

    @Override
    public String setting(String name) {
        try {
            return store.settings().get(name).orElse("");
        } catch (StoreException unreadable) {
            return "";
        }
    }

    @Override
    public void setting(String name, String value) throws StoreException {
        store.settings().put(name, value);
    }

    /** What this person's sessions found. */
    Remembered remembered(String patientCode) throws StoreException {
        return store.findings().remembered(patientCode);
    }

    /** The running session; null when there is none. */
    synchronized SessionRun running() {
        return run;
    }

    @Override
    public synchronized SessionSummary stop() throws StoreException {
        if (run == null) {
            throw new StoreException("No session is running.");
        }
        SessionRun closing = run;
        run = null;
        closing.close();
        List<Finding> besides = new ArrayList<>();
        List<SafetyQuestion> yes = asked.remove(runsFor);
        if (yes != null) {
            besides.add(Finding.kept(SAFETY, Double.NaN, SafetyQuestion.stored(yes)));
        }
        chosenRate.ifPresent(besides::add);
        closing.saveFindings(store, besides);
        ended = closing.recorder().sessionId();
        return SessionReview.store(store, ended);
    }

    /** Exports all sessions as CSV into this folder. */
    void exportAll(Path folder) throws StoreException, IOException {
        for (StoredSession session : store.sessions().all()) {
            Recording recording = store.recordings().open(session.id());
            ExportFormats.all().get(0).export(recording, ExportIdentity.open(recording), folder);
        }
    }

    @Override
    public synchronized void close() throws StoreException {
        if (run != null) {
            run.close();
            run = null;
        }
        store.close();
    }
}

package org.stillpoint.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.stillpoint.care.Goal;
import org.stillpoint.care.MeasureResult;
import org.stillpoint.care.PatientCard;
import org.stillpoint.care.SessionResult;
import org.stillpoint.care.SessionSummary;
import org.stillpoint.care.TrialResult;
import org.stillpoint.care.TrialTrace;
import org.stillpoint.metric.Event;
import org.stillpoint.metric.HeartRecord;
import org.stillpoint.metric.Metric;
import org.stillpoint.metric.Pipeline;
import org.stillpoint.metric.SegmentFigure;
import org.stillpoint.metric.SegmentFigures;
import org.stillpoint.signal.Channel;
import org.stillpoint.signal.Gap;
import org.stillpoint.signal.Marker;
import org.stillpoint.signal.Modality;
import org.stillpoint.store.NewSession;
import org.stillpoint.store.Recording;
import org.stillpoint.store.SampleReader;
import org.stillpoint.store.SealedStore;
import org.stillpoint.store.SessionHeader;
import org.stillpoint.store.StoreException;
import org.stillpoint.store.TimeMap;
import org.stillpoint.training.Finding;
import org.stillpoint.training.PhaseKind;
import org.stillpoint.training.Protocol;

/**
 * Looks at a recorded session: runs the pipeline over it and draws its summary from what it finds. The heart's figures of
 * each phase come from all its beats, judged again with the whole session in view.
 */
public final class SessionReview {

    private static final int MOST_POINTS = 2000;
    private static final double CURVE_STEP_SECONDS = 0.1;
    private static final double MEASURE_STEP_SECONDS = 1;
    private static final double TOLD_GAP_SECONDS = 0.25;

    private final Curve heart = new Curve();
    private final Curve breath = new Curve();
    private final Curve muscle = new Curve();
    private final Recording recording;
    private final List<MeasureTally> tallies = new ArrayList<>();
    private final List<Segment> segments;
    private final List<List<MeasureTally>> segmentTallies = new ArrayList<>();
    private final List<double[]> leadSeconds = new ArrayList<>();
    private final List<TrialTally> trialTallies = new ArrayList<>();
    private final HeartRecord beats = new HeartRecord();
    private int headline;
    private boolean told;
    private Metric headlineMetric;
    private TrainedSite site;
    private boolean hasHeart;
    private boolean hasBelt;

    private SessionReview(Recording recording) throws StoreException {
        this.recording = recording;
        this.segments = Segment.of(recording);
        replay();
    }

    /**
     * Reviews a session and stores with it its result and its measures, those of the whole session and those of each phase.
     * A first baseline is kept as a finding: what comes later is counted from it.
     *
     * @throws StoreException when it cannot be read or stored
     */
    public static SessionSummary store(SealedStore store, String sessionId) throws StoreException {
        SessionReview review = new SessionReview(store.recordings().open(sessionId));
        FirstBaseline first = FirstBaseline.of(review.recording, review.trialTallies, review.site);
        if (first.isNew()) {
            List<Finding> findings = new ArrayList<>(review.recording.findings());
            findings.add(first.finding());
            store.findings().save(sessionId, findings);
        }
        SessionResult result = review.result(first);
        store.sessions().review(sessionId, review.all(), result);
        return review.summary(result);
    }

    /** The measures of a session and of each of its phases: as stored with it, or computed now. */
    public static List<MeasureResult> measures(Recording recording) throws StoreException {
        return recording.measures().isEmpty() ? new SessionReview(recording).all() : recording.measures();
    }

    /** What a session came to: as stored with it, or computed now. */
    public static SessionResult result(Recording recording) throws StoreException {
        return recording.result().isPresent()
                ? recording.result().get()
                : again(recording).result();
    }

    /** A session's measures and result, computed anew. */
    record Again(List<MeasureResult> measures, SessionResult result) {}

    /** Computes anew what is stored with a session. */
    static Again again(Recording recording) throws StoreException {
        SessionReview review = new SessionReview(recording);
        FirstBaseline first = FirstBaseline.of(recording, review.trialTallies, review.site);
        return new Again(review.all(), review.result(first));
    }

    /** Reviews a session; takes about a second an hour of recording. */
    public static SessionSummary of(Recording recording) throws StoreException {
        SessionReview review = new SessionReview(recording);
        return review.summary(review.result(FirstBaseline.of(recording, review.trialTallies, review.site)));
    }

    private SessionResult result(FirstBaseline first) throws StoreException {
        List<TrialResult> trials = trialTallies.stream()
                .map(trial -> trial.result(first.microvolts(), first.ground()))
                .toList();
        List<Finding> findings = recording.findings();
        return SessionResult.of(recording.markers(), trials, findings);
    }

    private List<MeasureResult> whole() {
        return tallies.stream().map(MeasureTally::result).toList();
    }

    private List<MeasureResult> all() {
        List<MeasureResult> all = new ArrayList<>(whole());
        all.addAll(phases());
        return List.copyOf(all);
    }

    private List<MeasureResult> phases() {
        List<MeasureResult> all = new ArrayList<>();
        for (int i = 0; i < segments.size(); i++) {
            Segment segment = segments.get(i);
            List<MeasureResult> here = new ArrayList<>();
            segmentTallies.get(i).stream()
                    .filter(MeasureTally::hasValue)
                    .map(MeasureTally::result)
                    .forEach(here::add);
            if (hasHeart) {
                SegmentFigures.of(
                                beats.segment(segment.fromSeconds(), segment.toSeconds(), segment.measuredSeconds()),
                                segment.paced(),
                                hasBelt)
                        .forEach(figure -> here.add(result(figure)));
            }
            here.forEach(one -> all.add(one.in(segment.title(), segment.fromSeconds())));
        }
        return all;
    }

    private static MeasureResult result(SegmentFigure figure) {
        return new MeasureResult(
                figure.name(),
                figure.title(),
                figure.value(),
                figure.unit(),
                figure.reason(),
                Math.rint(1000 * figure.windowSeconds()) / 1000,
                figure.bandLowHz(),
                figure.bandHighHz(),
                figure.leftOutPercent(),
                "",
                0,
                figure.recipe());
    }

    private SessionSummary summary(SessionResult result) throws StoreException {
        Curve thinHeart = heart.thinned(MOST_POINTS);
        Curve thinBreath = breath.thinned(MOST_POINTS);
        Curve thinMuscle = muscle.thinned(MOST_POINTS);
        return new SessionSummary(
                recording.session().id(),
                recording.session().seconds(),
                thinHeart.seconds(),
                thinHeart.values(),
                thinBreath.seconds(),
                thinBreath.values(),
                thinMuscle.seconds(),
                thinMuscle.values(),
                lastThreshold(recording),
                recording.markers().stream()
                        .filter(marker -> marker.kind().equals("phase"))
                        .toList(),
                gaps(recording),
                whole(),
                phases(),
                result,
                PatientCard.of(result, recording.header().protocol()),
                traces());
    }

    private List<TrialTrace> traces() {
        List<TrialTrace> traces = new ArrayList<>();
        int trial = 0;
        for (int i = 0; i < trialTallies.size() && told; i++) {
            Segment segment = trialTallies.get(i).segment();
            PhaseKind kind = segment.step().kind();
            trial += kind.trains() ? 1 : 0;
            String word = TrialTrace.word(kind, segment.title(), trial);
            if (!word.isEmpty()) {
                traces.add(trialTallies.get(i).trace(i, word, headlineMetric));
            }
        }
        return List.copyOf(traces);
    }

    private void replay() throws StoreException {
        try (SessionReplay replay = new SessionReplay(recording)) {
            Pipeline pipeline = replay.pipeline();
            pipeline.metrics().forEach(metric -> tallies.add(new MeasureTally(metric)));
            Protocol protocol = recording.header().protocol();
            headline = protocol == null
                    ? -1
                    : Goal.headline(
                            protocol,
                            pipeline.metrics().stream().map(Metric::id).toList());
            site = TrainedSite.of(recording, pipeline.metrics());
            told = headline >= 0;
            headline = site.place(headline);
            headlineMetric = told ? site.metric(headline) : null;
            for (int s = 0; s < segments.size(); s++) {
                begin(s, pipeline.metrics());
            }
            hasHeart = pipeline.heartLine() >= 0;
            hasBelt = firstLine(recording, Modality.RESP) >= 0 || firstLine(recording, Modality.RESP2) >= 0;
            double nextPoint = Double.NEGATIVE_INFINITY;
            double nextMeasure = Double.NEGATIVE_INFINITY;
            while (replay.next()) {
                double now = replay.seconds();
                Event event = pipeline.event();
                if ((event == Event.BEAT || event == Event.PULSE) && replay.line() == pipeline.heartLine()) {
                    heart.add(pipeline.eventSeconds(), 60_000 / pipeline.eventValue());
                    beats.beat(
                            pipeline.eventSeconds(),
                            pipeline.eventValue(),
                            pipeline.eventVerdict(),
                            pipeline.eventShape());
                } else if (event == Event.BREATH && !replay.masked()) {
                    beats.breath(pipeline.breathInhaleSeconds(), pipeline.eventSeconds());
                }
                if (now >= nextPoint) {
                    nextPoint = (Math.floor(now / CURVE_STEP_SECONDS) + 1) * CURVE_STEP_SECONDS;
                    if (hasBelt) {
                        breath.add(now, pipeline.breathPosition());
                    }
                    if (site.there()) {
                        muscle.add(now, site.level(pipeline));
                    }
                }
                if (replay.ticked() && now >= nextMeasure) {
                    nextMeasure = (Math.floor(now / MEASURE_STEP_SECONDS) + 1) * MEASURE_STEP_SECONDS;
                    if (!replay.masked()) {
                        measure(pipeline, now, replay.veiled());
                    }
                }
            }
        }
    }

    private void begin(int place, List<Metric> metrics) {
        Segment segment = segments.get(place);
        boolean pacedOn = place > 0 && segments.get(place - 1).paced() && segment.paced();
        segmentTallies.add(
                segment.phase() ? metrics.stream().map(MeasureTally::new).toList() : List.of());
        leadSeconds.add(metrics.stream()
                .mapToDouble(metric -> place == 0 ? 0 : LeadIn.seconds(metric, pacedOn))
                .toArray());
        if (TrialTally.counts(segment)) {
            trialTallies.add(new TrialTally(segment, recording.header().protocol(), metrics, site, pacedOn));
        }
    }

    private void measure(Pipeline pipeline, double now, boolean veiled) {
        int segment = Segment.at(segments, now);
        List<MeasureTally> phase = segment < 0 ? List.of() : segmentTallies.get(segment);
        for (int i = 0; i < tallies.size(); i++) {
            tallies.get(i).take(pipeline.meter(i));
            if (!phase.isEmpty()
                    && now - segments.get(segment).fromSeconds() >= leadSeconds.get(segment)[i]) {
                phase.get(i).take(pipeline.meter(i));
            }
        }
        for (TrialTally trial : trialTallies) {
            if (segment >= 0 && trial.segment().equals(segments.get(segment))) {
                trial.take(pipeline, now, veiled);
                if (told) {
                    trial.headline(site.value(headline, pipeline), now);
                }
            }
        }
    }

    private static int firstLine(Recording recording, Modality modality) {
        int line = 0;
        for (SessionHeader.Device device : recording.header().devices()) {
            for (Channel channel : device.channels()) {
                if (channel.modality() == modality) {
                    return line;
                }
                line++;
            }
        }
        return -1;
    }

    private static double lastThreshold(Recording recording) throws StoreException {
        int column = NewSession.FEEDBACK_COLUMNS.indexOf("threshold");
        double last = Double.NaN;
        try (SampleReader rows = recording.feedback()) {
            while (rows.next()) {
                last = Double.isNaN(rows.codes()[column]) ? last : rows.codes()[column];
            }
        }
        return last;
    }

    /** Breaks long enough to be seen, one marker each, and one for all the short ones. */
    private static List<Marker> gaps(Recording recording) {
        List<Marker> told = new ArrayList<>();
        for (int d = 0; d < recording.header().devices().size(); d++) {
            SessionHeader.Device device = recording.header().devices().get(d);
            TimeMap time = recording.time(d);
            long shortOnes = 0;
            long shortSamples = 0;
            double firstShort = Double.NaN;
            for (Gap gap : recording.gaps(d)) {
                double at = time.seconds(gap.firstIndex());
                double seconds = gap.samples() / device.rateHz();
                if (seconds >= TOLD_GAP_SECONDS) {
                    told.add(new Marker(at, "gap", words(device, gap, seconds)));
                } else {
                    firstShort = shortOnes++ == 0 ? at : firstShort;
                    shortSamples += gap.samples();
                }
            }
            if (shortOnes > 0) {
                told.add(new Marker(
                        firstShort,
                        "gap",
                        device.name() + ": " + shortSamples + " samples lost in " + shortOnes + " short breaks"));
            }
        }
        told.sort((a, b) -> Double.compare(a.tSeconds(), b.tSeconds()));
        return List.copyOf(told);
    }

    private static String words(SessionHeader.Device device, Gap gap, double seconds) {
        String what = switch (gap.reason()) {
            case "unplugged" -> "sensor was away";
            case "silence" -> "sensor sent nothing";
            case "reader" -> "the station was too slow";
            default -> "samples were lost";
        };
        return String.format(Locale.ROOT, "%s: %s for %.1f s", device.name(), what, seconds);
    }
}

package org.stillpoint;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Keeps the house: floors look only down, and each outside thing has one door. */
@AnalyzeClasses(packages = "org.stillpoint", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String SIGNAL = "org.stillpoint.signal..";
    private static final String METRIC = "org.stillpoint.metric..";
    private static final String DEVICE = "org.stillpoint.device..";
    private static final String ACQUISITION = "org.stillpoint.acquisition..";
    private static final String TRAINING = "org.stillpoint.training..";
    private static final String CARE = "org.stillpoint.care..";
    private static final String STORE = "org.stillpoint.store..";
    private static final String REPORT = "org.stillpoint.report..";
    private static final String UI = "org.stillpoint.ui..";
    private static final String APP = "org.stillpoint.app..";

    private static final List<String> FLOORS =
            List.of(SIGNAL, METRIC, DEVICE, ACQUISITION, TRAINING, CARE, STORE, REPORT, UI, APP);

    private static final Set<String> OPEN_TO_THE_MACHINE =
            Set.of("sin", "cos", "tan", "asin", "acos", "atan", "atan2", "exp", "log", "log10", "pow", "cbrt", "hypot");

    /** Math may round these as the machine likes; StrictMath gives the same bits on every Java. */
    @ArchTest
    static final ArchRule figuresAreTheSameOnEveryJava = noClasses()
            .that()
            .resideInAnyPackage(SIGNAL, METRIC)
            .should()
            .callMethodWhere(DescribedPredicate.describe(
                    "a function of Math whose last bit is open",
                    call -> call.getTargetOwner().isEquivalentTo(Math.class)
                            && OPEN_TO_THE_MACHINE.contains(call.getName())));

    @ArchTest
    static final ArchRule floorsLookOnlyDown = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("signal")
            .definedBy(SIGNAL)
            .layer("metric")
            .definedBy(METRIC)
            .layer("device")
            .definedBy(DEVICE)
            .layer("acquisition")
            .definedBy(ACQUISITION)
            .layer("training")
            .definedBy(TRAINING)
            .layer("care")
            .definedBy(CARE)
            .layer("store")
            .definedBy(STORE)
            .layer("report")
            .definedBy(REPORT)
            .layer("ui")
            .definedBy(UI)
            .layer("app")
            .definedBy(APP)
            .whereLayer("signal")
            .mayNotAccessAnyLayer()
            .whereLayer("metric")
            .mayOnlyAccessLayers("signal")
            .whereLayer("device")
            .mayOnlyAccessLayers("signal")
            .whereLayer("acquisition")
            .mayOnlyAccessLayers("device", "signal")
            .whereLayer("training")
            .mayOnlyAccessLayers("acquisition", "metric", "signal")
            .whereLayer("care")
            .mayOnlyAccessLayers("training", "metric", "signal")
            .whereLayer("store")
            .mayOnlyAccessLayers("care", "training", "acquisition", "device", "metric", "signal")
            .whereLayer("report")
            .mayOnlyAccessLayers("store", "care", "training", "acquisition", "device", "metric", "signal")
            .whereLayer("ui")
            .mayOnlyAccessLayers("report", "store", "care", "training", "acquisition", "device", "metric", "signal");

    @ArchTest
    static final ArchRule noCircles =
            slices().matching("org.stillpoint.(**)").should().beFreeOfCycles().allowEmptyShould(true);

    @ArchTest
    static final ArchRule everyClassHasAFloor = classes().should().resideInAnyPackage(FLOORS.toArray(String[]::new));

    @ArchTest
    static final ArchRule onlyTheTrainingLoopMeetsTheRing = noClasses()
            .that()
            .resideInAPackage(TRAINING)
            .and()
            .haveNameNotMatching(".*\\.TrainingLoop(\\$.*)?")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(ACQUISITION);

    @ArchTest
    static final ArchRule kernelsKnowNoFilesAndNoExecutors = noClasses()
            .that()
            .resideInAnyPackage(SIGNAL, METRIC, TRAINING, CARE)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.io..", "java.nio.file..", "java.net..")
            .orShould()
            .dependOnClassesThat()
            .haveNameMatching("java\\.(lang\\.Thread|util\\.concurrent\\.(Executor.*|.*Future|ForkJoin.*))");

    @ArchTest
    static final ArchRule kernelsUseNoLibrary = classes()
            .that()
            .resideInAnyPackage(METRIC, TRAINING, CARE)
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage("org.stillpoint..", "java.."));

    @ArchTest
    static final ArchRule signalUsesOnlySpectra = classes()
            .that()
            .resideInAPackage(SIGNAL)
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage("org.stillpoint..", "java..", "org.jtransforms.."));

    @ArchTest
    static final ArchRule serialAndNativeCodeOnlyInDevice =
            only(DEVICE, "the serial library and JNA", resideInAnyPackage("com.fazecast..", "com.sun.jna.."));

    @ArchTest
    static final ArchRule sqlOnlyInStore =
            only(STORE, "SQL", resideInAnyPackage("java.sql..", "javax.sql..", "org.sqlite..", "org.flywaydb.."));

    @ArchTest
    static final ArchRule javaFxOnlyInUiAndApp = noClasses()
            .that()
            .resideOutsideOfPackages(UI, APP)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javafx..", "io.fair_acc..", "atlantafx..");

    @ArchTest
    static final ArchRule soundOnlyInUiSound =
            only("org.stillpoint.ui.sound..", "javax.sound", resideInAPackage("javax.sound.."));

    @ArchTest
    static final ArchRule commandLineOnlyInApp = only(APP, "picocli", resideInAPackage("picocli.."));

    @ArchTest
    static final ArchRule oneClock = noClasses()
            .that(not(simpleName("SystemClock")))
            .should(callOrReferTo("java.lang.System", "nanoTime", "currentTimeMillis"))
            .orShould(callOrReferTo("java.time.Instant", "now"))
            .orShould(callOrReferTo("java.time.LocalDate", "now"))
            .orShould(callOrReferTo("java.time.LocalDateTime", "now"))
            .orShould(callOrReferTo("java.time.OffsetDateTime", "now"))
            .orShould(callOrReferTo("java.time.ZonedDateTime", "now"));

    @ArchTest
    static final ArchRule oneThreadMaker = noClasses()
            .that(not(simpleName("DutyThread")))
            .and(not(simpleName("ProgramEnd")))
            .and(not(simpleName("Jobs")))
            .should(callOrReferTo("java.lang.Thread", "<init>", "start"))
            .orShould()
            .dependOnClassesThat(simpleName("Executors"));

    @ArchTest
    static final ArchRule oneDoorToJavaFx = noClasses()
            .that(not(simpleName("FxThread")))
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("javafx.application.Platform");

    @ArchTest
    static final ArchRule onePulse = noClasses()
            .that()
            .haveNameNotMatching(".*\\.ui\\.Pulse(\\$.*)?")
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("javafx.animation.AnimationTimer");

    @ArchTest
    static final ArchRule viewModelsKnowNoNodes = noClasses()
            .that()
            .haveSimpleNameEndingWith("ViewModel")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("javafx.scene..")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule plainNames = noClasses()
            .should()
            .haveNameMatching(".*(Manager|Utils?|Helper|Impl)(\\$.*)?")
            .orShould()
            .haveNameMatching(".*\\.(Abstract|Base)[A-Z].*");

    @ArchTest
    static final ArchRule nothingShared = noClasses().should(haveStaticMutableState());

    @ArchTest
    static void everyPartIsInItsCatalogue(JavaClasses all) {
        inCatalogue(all, "org.stillpoint.metric.Measure", "org.stillpoint.metric.Metrics");
        inCatalogue(all, "org.stillpoint.device.FrameDecoder", "org.stillpoint.device.FrameDecoders");
        inCatalogue(all, "org.stillpoint.training.Exercise", "org.stillpoint.training.Exercises");
        inCatalogue(all, "org.stillpoint.report.ExportFormat", "org.stillpoint.report.ExportFormats");
        inCatalogue(all, "org.stillpoint.ui.feedback.FeedbackDisplay", "org.stillpoint.ui.feedback.FeedbackDisplays");
    }

    private static void inCatalogue(JavaClasses all, String part, String catalogue) {
        if (!all.contain(part)) {
            throw new AssertionError("there is no " + part);
        }
        // A catalogue may name a family (muscle, skin), and the family its kinds.
        Set<String> known = usedBy(all, Set.of(catalogue));
        known.addAll(usedBy(all, known));
        List<String> missing = all.get(part).getAllSubclasses().stream()
                .filter(found -> !found.isInterface() && !found.isAnonymousClass() && !found.isNestedClass())
                .map(JavaClass::getName)
                .filter(name -> !known.contains(name))
                .toList();
        if (!missing.isEmpty()) {
            throw new AssertionError(catalogue + " does not list " + missing);
        }
    }

    private static Set<String> usedBy(JavaClasses all, Set<String> names) {
        return all.stream()
                .filter(found -> names.contains(found.getName().replaceAll("\\$.*", "")))
                .flatMap(found -> found.getDirectDependenciesFromSelf().stream())
                .map(dependency -> dependency.getTargetClass().getName())
                .collect(Collectors.toSet());
    }

    private static ArchRule only(String home, String what, DescribedPredicate<JavaClass> guests) {
        return noClasses()
                .that()
                .resideOutsideOfPackage(home)
                .should()
                .dependOnClassesThat(guests)
                .as(what + " only in " + home);
    }

    /** A call, and also a method reference, which a rule about calls alone does not see. */
    private static ArchCondition<JavaClass> callOrReferTo(String owner, String... methods) {
        Set<String> names = Set.of(methods);
        return new ArchCondition<>("call or refer to " + owner + "." + names) {
            @Override
            public void check(JavaClass from, ConditionEvents events) {
                from.getCodeUnitAccessesFromSelf().stream()
                        .filter(access -> access.getTargetOwner().getName().equals(owner))
                        .filter(access -> names.contains(access.getTarget().getName()))
                        .forEach(access -> events.add(SimpleConditionEvent.satisfied(access, access.getDescription())));
            }
        };
    }

    private static ArchCondition<JavaClass> haveStaticMutableState() {
        return new ArchCondition<>("have a static field that can change") {
            @Override
            public void check(JavaClass from, ConditionEvents events) {
                from.getFields().stream()
                        .filter(field -> field.getModifiers().contains(JavaModifier.STATIC))
                        .filter(field -> !field.getModifiers().contains(JavaModifier.FINAL))
                        .filter(field -> !field.getModifiers().contains(JavaModifier.SYNTHETIC))
                        .forEach(field -> events.add(SimpleConditionEvent.satisfied(field, field.getDescription())));
            }
        };
    }
}

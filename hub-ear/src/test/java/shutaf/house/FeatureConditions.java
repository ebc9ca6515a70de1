package shutaf.house;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the rules of the house ask of a single class. */
final class FeatureConditions {
    private static final Set<String> FLOATING =
            Set.of("float", "double", "java.lang.Float", "java.lang.Double");

    /** What others hand to the ledger; everything else of the ledger's only the ledger makes. */
    private static final Set<String> ASKED_OF_THE_LEDGER =
            Set.of("JournalDraft", "JournalRef", "LotDebit", "LotKey");

    private static final Pattern LAYER =
            Pattern.compile("services?|daos?|dtos?|impl|utils?|helpers?|models?|managers?");
    private static final Pattern EMPTY_SUFFIX =
            Pattern.compile(".+(Impl|Manager|Helper|Utils?|Dto|DTO|Dao|DAO|ServiceEJB)");

    private final String root;

    FeatureConditions(String root) {
        this.root = root;
    }

    ArchCondition<JavaClass> useOnlyWhatTheyMay() {
        return condition("use only what MAY_USE grants", (used, report) -> {
            String feature = feature(used);
            if (!MayUse.knows(feature)) {
                report.accept(used.getName() + ": give feature '" + feature + "' a line in MayUse");
            }
            used.getDirectDependenciesFromSelf().stream()
                    .filter(d -> isOurs(d.getTargetClass()))
                    .filter(d -> !MayUse.grants(feature, feature(d.getTargetClass())))
                    .forEach(d -> report.accept(d.getDescription()));
        });
    }

    ArchCondition<JavaClass> notBuildLedgerRows() {
        return condition(
                "not build rows of the ledger",
                (builder, report) -> builder.getConstructorCallsFromSelf().stream()
                        .filter(c -> isTheLedgersOwn(c.getTargetOwner()))
                        .forEach(c -> report.accept(c.getDescription())));
    }

    static ArchCondition<JavaClass> notAskTheWallClock() {
        return condition(
                "not ask the wall clock",
                (asker, report) -> calls(asker)
                        .filter(FeatureConditions::asksTheWallClock)
                        .forEach(c -> report.accept(c.getDescription())));
    }

    static ArchCondition<JavaClass> notCalculateInFloatingPoint() {
        return condition("not calculate in floating point", (calculator, report) -> {
            for (JavaField field : calculator.getFields()) {
                if (isFloating(field.getRawType())) {
                    report.accept(field.getDescription() + " is floating point");
                }
            }
            for (JavaCodeUnit unit : calculator.getCodeUnits()) {
                if (isFloating(unit.getRawReturnType())
                        || anyFloating(unit.getRawParameterTypes())) {
                    report.accept(unit.getDescription() + " speaks floating point");
                }
            }
            calls(calculator)
                    .filter(c -> speaksFloating(c.getTarget()))
                    .forEach(c -> report.accept(c.getDescription()));
        });
    }

    static ArchCondition<JavaClass> beNamedAfterWhatTheyAre() {
        return condition("be named after what they are", (named, report) -> {
            if (saysALayer(named.getPackageName())) {
                report.accept(
                        named.getName() + ": its package names a layer, not a step of the way");
            }
            if (EMPTY_SUFFIX.matcher(named.getSimpleName()).matches()) {
                report.accept(named.getName() + ": its suffix says nothing");
            }
        });
    }

    /** Whether any part of a package name is the name of a layer. */
    static boolean saysALayer(String packageName) {
        return List.of(packageName.split("\\.")).stream()
                .anyMatch(part -> LAYER.matcher(part).matches());
    }

    private boolean isTheLedgersOwn(JavaClass built) {
        return built.getPackageName().startsWith(root + ".ledger")
                && !ASKED_OF_THE_LEDGER.contains(built.getSimpleName());
    }

    private boolean isOurs(JavaClass used) {
        return used.getPackageName().startsWith(root + ".");
    }

    /** The first step below the root: shutaf.ledger.lots belongs to ledger. */
    private String feature(JavaClass ours) {
        return ours.getPackageName().substring(root.length() + 1).split("\\.")[0];
    }

    private static boolean asksTheWallClock(JavaCall<?> call) {
        String owner = call.getTargetOwner().getName();
        CodeUnitCallTarget target = call.getTarget();
        boolean givenAClock = target.getRawParameterTypes().stream()
                .anyMatch(p -> p.getName().equals("java.time.Clock"));
        return switch (owner) {
            case "java.time.Clock" -> target.getName().startsWith("system");
            case "java.lang.System" -> target.getName().equals("currentTimeMillis");
            case "java.util.Date" ->
                target.getName().equals("<init>")
                        && target.getRawParameterTypes().isEmpty();
            default ->
                owner.startsWith("java.time.") && target.getName().equals("now") && !givenAClock;
        };
    }

    private static Stream<JavaCall<?>> calls(JavaClass caller) {
        return caller.getCodeUnits().stream().flatMap(unit -> unit.getCallsFromSelf().stream());
    }

    private static boolean speaksFloating(CodeUnitCallTarget target) {
        return isFloating(target.getRawReturnType()) || anyFloating(target.getRawParameterTypes());
    }

    private static boolean anyFloating(List<JavaClass> types) {
        return types.stream().anyMatch(FeatureConditions::isFloating);
    }

    private static boolean isFloating(JavaClass type) {
        return FLOATING.contains(type.getBaseComponentType().getName());
    }

    private static ArchCondition<JavaClass> condition(
            String description, BiConsumer<JavaClass, Consumer<String>> check) {
        return new ArchCondition<>(description) {
            @Override
            public void check(JavaClass checked, ConditionEvents events) {
                check.accept(
                        checked,
                        finding -> events.add(SimpleConditionEvent.violated(checked, finding)));
            }
        };
    }
}

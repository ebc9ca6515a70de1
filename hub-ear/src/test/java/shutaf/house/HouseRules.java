package shutaf.house;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;

import jakarta.persistence.Entity;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The ten rules that keep the house as it was drawn. They are made for a root package, so that the
 * same rules that hold for the product can be seen to fail on code written to break them.
 */
public final class HouseRules {
    private static final String[] DELIVERY = {"connectors", "web", "reports"};

    /** Where partners come in. A connector that needs another feature asks for a door there. */
    private static final String[] DOORS = {
        "connectors",
        "shared",
        "purchase",
        "intake",
        "redemption",
        "returns",
        "member",
        "partner",
        "filing"
    };

    /** Single classes behind other walls: values, the clock, and what a partner may read. */
    private static final String[] OPEN_TO_CONNECTORS = {
        "platform.HubClock",
        "platform.HubSettings",
        "platform.DatabasePulse",
        "platform.NotCommitted",
        "ledger.JournalRef",
        "crm.PartnerView",
        "settlement.LineKind",
        "settlement.Movement",
        "settlement.PartnerPosition",
        "settlement.PartnerStatementFigures",
        "settlement.Position",
        "settlement.Positions",
        "settlement.StatementHeader",
        "settlement.StatementShelf"
    };

    private final String root;

    /** Rules for the packages below this one. */
    public HouseRules(String root) {
        this.root = root;
    }

    /** All rules, each under the short name that the tests print. */
    public Map<String, ArchRule> all() {
        Map<String, ArchRule> rules = new LinkedHashMap<>();
        rules.put("features use only what MAY_USE grants them", featuresKeepToTheMap());
        rules.put("no cycles", noCycles());
        rules.put("connectors enter through the doors", connectorsEnterThroughTheDoors());
        rules.put("partners do not know each other", partnersDoNotKnowEachOther());
        rules.put("only the platform asks what time it is", onlyThePlatformAsksTheTime());
        rules.put("no floating point for points or money", noFloatingPoint());
        rules.put("only the ledger builds ledger rows", onlyTheLedgerBuildsItsRows());
        rules.put("no foreign delivery technology", noForeignTechnology());
        rules.put("only hub-ejb touches the database", onlyTheHubTouchesTheDatabase());
        rules.put("names say what, not which layer", namesSayWhat());
        return rules;
    }

    private ArchRule featuresKeepToTheMap() {
        return classes()
                .that(are(ofTheHub()))
                .should(new FeatureConditions(root).useOnlyWhatTheyMay());
    }

    private ArchRule noCycles() {
        ArchRule betweenFeatures = slices().matching(root + ".(*)..").should().beFreeOfCycles();
        ArchRule withinDelivery = slices().matching(root + ".[connectors|web|reports].(*)..")
                .should()
                .beFreeOfCycles();
        return CompositeArchRule.of(betweenFeatures).and(withinDelivery);
    }

    private ArchRule connectorsEnterThroughTheDoors() {
        DescribedPredicate<JavaClass> behindTheDoors = resideInAPackage(root + ".*..")
                .and(DescribedPredicate.not(resideInAnyPackage(below(DOORS))))
                .and(DescribedPredicate.not(named(OPEN_TO_CONNECTORS)))
                .as("our own classes behind the doors");
        return noClasses()
                .that()
                .resideInAPackage(root + ".connectors..")
                .should()
                .dependOnClassesThat(behindTheDoors)
                .because("partners come in through one path, whose rules nobody can walk around");
    }

    private ArchRule partnersDoNotKnowEachOther() {
        return slices().matching(root + ".connectors.(*)..")
                .should()
                .notDependOnEachOther()
                .ignoreDependency(
                        resideInAPackage(root + ".connectors.."),
                        resideInAPackage(root + ".connectors.runtime.."))
                .because("a partner is added or dropped without reading another's code");
    }

    private ArchRule onlyThePlatformAsksTheTime() {
        return classes()
                .that()
                .resideOutsideOfPackage(root + ".platform..")
                .should(FeatureConditions.notAskTheWallClock())
                .because("a test moves the whole hub to another day: ask platform.HubClock");
    }

    private ArchRule noFloatingPoint() {
        return classes()
                .that()
                .resideOutsideOfPackage(root + ".reports..")
                .should(FeatureConditions.notCalculateInFloatingPoint())
                .because("points are whole numbers and money is minor units: shared.Money");
    }

    private ArchRule onlyTheLedgerBuildsItsRows() {
        return classes()
                .that()
                .resideOutsideOfPackage(root + ".ledger..")
                .should(new FeatureConditions(root).notBuildLedgerRows())
                .because("whoever builds a row decides what it means: ask the ledger's door");
    }

    private ArchRule noForeignTechnology() {
        String[] requests = {"jakarta.ws.rs..", "jakarta.servlet..", "org.keycloak.."};
        String[] pages = {"jakarta.faces..", "org.primefaces..", "org.omnifaces.."};
        String camel = "org.apache.camel..";
        String paper = "org.openpdf..";
        ArchRule hub = noClasses()
                .that(are(ofTheHub()))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(join(requests, join(pages, camel, paper, "org.wildfly..")));
        return CompositeArchRule.of(hub)
                .and(keptFrom("reports", join(requests, join(pages, camel))))
                .and(keptFrom("web", camel, paper))
                .and(keptFrom("connectors", join(pages, paper)));
    }

    private ArchRule onlyTheHubTouchesTheDatabase() {
        DescribedPredicate<JavaClass> database = resideInAnyPackage(
                        "jakarta.persistence..", "org.hibernate..", "java.sql..", "javax.sql..")
                .or(named("platform.Sql"))
                .or(DescribedPredicate.describe("an entity", c -> c.isAnnotatedWith(Entity.class)))
                .as("the entity manager, an entity or SQL");
        return noClasses()
                .that()
                .resideInAnyPackage(below(DELIVERY))
                .should()
                .dependOnClassesThat(database)
                .because("who may see which row is decided where the transaction starts");
    }

    private ArchRule namesSayWhat() {
        return classes()
                .that()
                .resideInAPackage(root + "..")
                .should(FeatureConditions.beNamedAfterWhatTheyAre())
                .because("a package is a step of the way and a suffix must carry meaning");
    }

    private ArchRule keptFrom(String module, String... technologies) {
        return noClasses()
                .that()
                .resideInAPackage(root + "." + module + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(technologies);
    }

    /** Everything that no WAR and no report is: the features of hub-ejb. */
    private DescribedPredicate<JavaClass> ofTheHub() {
        return resideInAPackage(root + ".*..")
                .and(DescribedPredicate.not(resideInAnyPackage(below(DELIVERY))))
                .as("classes of the hub");
    }

    private DescribedPredicate<JavaClass> named(String... classes) {
        return DescribedPredicate.describe(
                String.join(" or ", classes),
                c -> Arrays.stream(classes).anyMatch(n -> isOrLiesIn(c, root + "." + n)));
    }

    private static boolean isOrLiesIn(JavaClass c, String outer) {
        return c.getName().equals(outer) || c.getName().startsWith(outer + "$");
    }

    private String[] below(String... packages) {
        return Arrays.stream(packages).map(p -> root + "." + p + "..").toArray(String[]::new);
    }

    private static String[] join(String[] some, String... others) {
        return Stream.concat(Arrays.stream(some), Arrays.stream(others)).toArray(String[]::new);
    }
}

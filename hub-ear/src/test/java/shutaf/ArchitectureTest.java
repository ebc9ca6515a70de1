package shutaf;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.EvaluationResult;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import shutaf.house.HouseRules;
import shutaf.house.ProductClasses;

import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Holds the product to the rules of the house, and each rule to a class in shutaf.seeded that
 * breaks it: a rule that nothing can break protects nothing.
 */
class ArchitectureTest {
    private static final Map<String, ArchRule> SEEDED_RULES = new HouseRules("shutaf.seeded").all();

    private static JavaClasses product;
    private static JavaClasses seeded;

    @BeforeAll
    static void readClasses() {
        product = ProductClasses.read();
        seeded = new ClassFileImporter().importPackages("shutaf.seeded");
    }

    @TestFactory
    Stream<DynamicTest> the_product_keeps_the_rule_that() {
        return new HouseRules("shutaf")
                .all().entrySet().stream()
                        .map(rule -> DynamicTest.dynamicTest(
                                rule.getKey(), () -> rule.getValue().check(product)));
    }

    @ParameterizedTest(name = "{0}: sees {1}")
    @CsvSource(delimiter = '|', textBlock = """
            features use only what MAY_USE grants them | shutaf.seeded.member.ReachesTheLedger
            features use only what MAY_USE grants them | give feature 'nowhere' a line in MayUse
            no cycles                                  | Cycle detected
            no cycles                                  | Slice retention
            connectors enter through the doors         | shutaf.seeded.connectors.fuel.SkipsTheDoor
            partners do not know each other            | shutaf.seeded.connectors.fuel.KnowsCafe
            only the platform asks what time it is     | java.time.Instant.now()
            only the platform asks what time it is     | java.lang.System.currentTimeMillis()
            no floating point for points or money      | shutaf.seeded.accrual.PointsInDouble.rate
            no floating point for points or money      | java.lang.Math.floor(double)
            only the ledger builds ledger rows         | shutaf.seeded.redemption.BuildsAPosting
            no foreign delivery technology             | shutaf.seeded.ledger.KnowsServlets
            no foreign delivery technology             | shutaf.seeded.web.crm.PrintsPaper
            only hub-ejb touches the database          | shutaf.seeded.web.crm.AsksTheEntityManager
            names say what, not which layer            | shutaf.seeded.tier.TierHelper
            """)
    void a_seeded_violation_is_seen(String name, String finding) {
        EvaluationResult result = SEEDED_RULES.get(name).evaluate(seeded);

        assertThat(result.getFailureReport().getDetails()).anyMatch(line -> line.contains(finding));
    }

    @Test
    void there_are_at_most_ten_rules_and_each_has_a_seeded_violation() {
        assertThat(SEEDED_RULES).hasSizeLessThanOrEqualTo(10);
        Set<String> silent = Set.copyOf(SEEDED_RULES.keySet().stream()
                .filter(name -> !SEEDED_RULES.get(name).evaluate(seeded).hasViolation())
                .toList());
        assertThat(silent).isEmpty();
    }
}

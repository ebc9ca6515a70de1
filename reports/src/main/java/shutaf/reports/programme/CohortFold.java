package shutaf.reports.programme;

import shutaf.economics.PointsMovement;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Makes cohorts of movements. */
final class CohortFold {
    private final YearMonth lastWhole;
    private final TreeMap<YearMonth, Sums> cohorts = new TreeMap<>();
    private long lifeMonths;
    private long lifePoints;

    private static final class Sums {
        long points;
        final List<Long> spent = new ArrayList<>();
        final List<Long> expired = new ArrayList<>();
    }

    private CohortFold(LocalDate lastDay) {
        YearMonth month = YearMonth.from(lastDay);
        this.lastWhole = lastDay.equals(month.atEndOfMonth()) ? month : month.minusMonths(1);
    }

    /** What became of the points that could be spent by that day. */
    static Breakage breakage(List<PointsMovement> movements, LocalDate lastDay) {
        CohortFold fold = new CohortFold(lastDay);
        movements.stream().filter(m -> !m.pending()).forEach(fold::add);
        List<Breakage.Cohort> made = new ArrayList<>();
        fold.cohorts.forEach((month, sums) -> made.add(new Breakage.Cohort(
                month,
                sums.points,
                (int) ChronoUnit.MONTHS.between(month, fold.lastWhole),
                sums.spent,
                sums.expired)));
        return Breakage.of(made, fold.life());
    }

    private int life() {
        return lifePoints > 0 ? (int) Math.round((double) lifeMonths / lifePoints) : 0;
    }

    private void add(PointsMovement m) {
        Sums sums = cohorts.computeIfAbsent(m.born(), month -> new Sums());
        // What was spent on a day before its lot was earned came in late: it was spent at once.
        int age = (int) Math.max(0, ChronoUnit.MONTHS.between(m.born(), m.month()));
        switch (m.flow()) {
            case SPENT, GIVEN_BACK -> add(sums.spent, age, -m.points());
            case EXPIRED, REINSTATED -> add(sums.expired, age, -m.points());
            case SET_ASIDE -> {}
            case ISSUED, MATURED -> {
                sums.points += m.points();
                live(m.born(), m.expiresOn(), m.points());
            }
            case CLAWED_BACK, DEBT_SETTLED, ADJUSTED -> sums.points += m.points();
        }
    }

    private void live(YearMonth born, Optional<LocalDate> expiresOn, long points) {
        expiresOn.ifPresent(last -> {
            lifeMonths += points * ChronoUnit.MONTHS.between(born, YearMonth.from(last));
            lifePoints += points;
        });
    }

    private static void add(List<Long> byAge, int age, long points) {
        while (byAge.size() <= age) {
            byAge.add(0L);
        }
        byAge.set(age, byAge.get(age) + points);
    }
}

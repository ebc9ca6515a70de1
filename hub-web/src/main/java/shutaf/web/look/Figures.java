package shutaf.web.look;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import shutaf.shared.BusinessDay;
import shutaf.shared.Money;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Currency;
import java.util.Locale;

/**
 * Numbers, money and days in the one notation of all pages: grouped digits, a true minus sign,
 * dd/MM/yyyy in the programme's zone. Every text here is to be shown left to right, in Hebrew too.
 */
@Named("show")
@RequestScoped
public class Figures {
    private static final char MINUS = '\u2212';
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);
    private static final DateTimeFormatter SHORT_DAY =
            DateTimeFormatter.ofPattern("dd/MM", Locale.ROOT);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final DateTimeFormatter MONTH =
            DateTimeFormatter.ofPattern("MM/yyyy", Locale.ROOT);

    @Inject
    private Preferences chosen;

    /** 1,012 or −30. */
    public String number(long value) {
        return (value < 0 ? String.valueOf(MINUS) : "") + grouped(value, 0);
    }

    /** An effect: +45, −200, 0. */
    public String signed(long value) {
        return value > 0 ? "+" + number(value) : number(value);
    }

    /** ₪45.90 or −₪45.90. */
    public String money(Money amount) {
        Currency currency = Currency.getInstance(amount.currency());
        int digits = Math.max(0, currency.getDefaultFractionDigits());
        String sign = "ILS".equals(amount.currency()) ? "\u20aa" : currency.getSymbol(Locale.US);
        return (amount.minor() < 0 ? String.valueOf(MINUS) : "")
                + sign
                + grouped(amount.minor(), digits);
    }

    /** An amount of the programme's own currency, from minor units. */
    public String shekels(long minor) {
        return money(new Money(minor, "ILS"));
    }

    /** A share in tenths of a percent, for example 724 as 72.4%. */
    public String perMille(long tenths) {
        return (tenths < 0 ? String.valueOf(MINUS) : "") + grouped(tenths, 1) + "%";
    }

    /** The same with a plus sign where it grew. */
    public String change(long tenths) {
        return tenths > 0 ? "+" + perMille(tenths) : perMille(tenths);
    }

    /** 20/11/2026. */
    public String day(LocalDate day) {
        return written(day);
    }

    /** The same for sentences that are put together outside of pages. */
    public static String written(LocalDate day) {
        return day.format(DAY);
    }

    /** 20/11, for places where the year is plain. */
    public String shortDayOf(Instant instant) {
        return BusinessDay.of(instant).format(SHORT_DAY);
    }

    /** The day on which the instant falls in the programme's zone, as 20/11/2026. */
    public String dayOf(Instant instant) {
        return day(BusinessDay.of(instant));
    }

    /** 18:21 in the programme's zone. */
    public String time(Instant instant) {
        return instant.atZone(BusinessDay.ZONE).format(TIME);
    }

    /** 11/2026. */
    public String month(YearMonth month) {
        return month.format(MONTH);
    }

    /** The month in words: November 2026, נובמבר 2026. */
    public String monthName(YearMonth month) {
        return month.getMonth().getDisplayName(TextStyle.FULL_STANDALONE, chosen.getLocale()) + " "
                + month.getYear();
    }

    /** The day of the week of an instant in words. */
    public String weekdayOf(Instant instant) {
        return weekday(BusinessDay.of(instant));
    }

    /** The day of the week in words. */
    public String weekday(LocalDate day) {
        return day.getDayOfWeek().getDisplayName(TextStyle.FULL, chosen.getLocale());
    }

    private static String grouped(long value, int digits) {
        DecimalFormat format =
                new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ROOT));
        format.setMinimumFractionDigits(digits);
        format.setMaximumFractionDigits(digits);
        return format.format(java.math.BigDecimal.valueOf(value, digits).abs());
    }
}

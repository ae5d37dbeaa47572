package gazette.feed;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Which day some pieces of text name: words in small letters without accents, numbers, and {@code / . -}. */
final class LooseDay {
    private static final int LONGEST_NUMBER = 4;

    private final List<String> pieces;
    private final Locale language;

    LooseDay(List<String> pieces, Locale language) {
        this.pieces = pieces;
        this.language = language;
    }

    /** The day; empty when there is no year, or no telling which number is which. */
    Optional<LocalDate> date() {
        List<String> numbers = pieces.stream()
                .filter(LooseDay::isNumber)
                .filter(number -> number.length() <= LONGEST_NUMBER)
                .toList();
        Optional<Integer> month = month();
        return month.isPresent() ? named(numbers, month.get()) : numbered(numbers);
    }

    private static boolean isNumber(String piece) {
        return Character.isDigit(piece.charAt(0));
    }

    /** The month that is named, the words that may be weekdays last. */
    private Optional<Integer> month() {
        List<String> months = pieces.stream()
                .filter(piece -> DateWords.month(piece).isPresent())
                .toList();
        return months.stream()
                .filter(word -> !DateWords.isWeekday(word))
                .findFirst()
                .or(() -> months.stream().reduce((before, last) -> last))
                .flatMap(DateWords::month);
    }

    private static Optional<LocalDate> named(List<String> numbers, int month) {
        List<String> left = new ArrayList<>(numbers);
        Optional<String> longest =
                left.stream().filter(number -> number.length() > 2).findFirst();
        if (longest.isPresent()) {
            left.remove(longest.get());
            int day = left.isEmpty() ? 1 : Integer.parseInt(left.get(0));
            return Optional.of(FeedDate.date(FeedDate.year(longest.get()), month, day));
        }
        if (left.size() < 2) {
            return Optional.empty();
        }
        boolean isYearFirst = Integer.parseInt(left.get(0)) > 31;
        String year = left.get(isYearFirst ? 0 : 1);
        return Optional.of(FeedDate.date(FeedDate.year(year), month, Integer.parseInt(left.get(isYearFirst ? 1 : 0))));
    }

    private Optional<LocalDate> numbered(List<String> numbers) {
        if (numbers.size() < 3) {
            return Optional.empty();
        }
        int second = Integer.parseInt(numbers.get(1));
        if (numbers.get(0).length() == 4) {
            return Optional.of(FeedDate.date(FeedDate.year(numbers.get(0)), second, Integer.parseInt(numbers.get(2))));
        }
        int first = Integer.parseInt(numbers.get(0));
        int year = FeedDate.year(numbers.get(2));
        boolean isDayFirst = first > 12 || (second <= 12 && (first == second || isDayFirst()));
        boolean isMonthFirst = second > 12 || isMonthFirst();
        if (isDayFirst) {
            return Optional.of(FeedDate.date(year, second, first));
        }
        return isMonthFirst ? Optional.of(FeedDate.date(year, first, second)) : Optional.empty();
    }

    /** Dots and hyphens stand between a day and its month; slashes do where the language is not America's. */
    private boolean isDayFirst() {
        return !pieces.contains("/") || !(language.getLanguage().isEmpty() || isMonthFirst());
    }

    private boolean isMonthFirst() {
        return language.getLanguage().equals("en")
                && (language.getCountry().isEmpty() || language.getCountry().equals("US"));
    }
}

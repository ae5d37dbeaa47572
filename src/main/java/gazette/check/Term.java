package gazette.check;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What stands in a {@link Sentence} and differs from case to case; each language writes it in its own way. Immutable. */
public sealed interface Term
        permits Sentence,
                Quote,
                Persona,
                Term.Words,
                Term.Figure,
                Term.Listed,
                Term.Size,
                Term.Day,
                Term.Said,
                Term.Repeats {
    /** Writes it into {@code telling}. */
    void tell(Telling telling);

    /** By which words beside it are in the singular or in the plural. */
    default long number() {
        return 1;
    }

    /** How many times the sentence around it was found true, if this says so. */
    default long repeats() {
        return 1;
    }

    /** The same, found once. */
    default Term once() {
        return this;
    }

    /** A number, several things, or else words that are the same in every language. */
    static Term of(Object value) {
        if (value instanceof Term term) {
            return term;
        }
        if (value instanceof Number number) {
            return new Figure(new BigDecimal(number.toString()));
        }
        return value instanceof List<?> several
                ? new Listed(several.stream().map(Term::of).toList())
                : new Words(value.toString());
    }

    /** Names, addresses, and whatever else is the same in every language. */
    record Words(String words) implements Term {
        @Override
        public void tell(Telling telling) {
            telling.addName(words);
        }
    }

    /** A number. */
    record Figure(BigDecimal value) implements Term {
        @Override
        public void tell(Telling telling) {
            telling.add(telling.language().number(value));
        }

        @Override
        public long number() {
            return value.longValue();
        }
    }

    /** Several things, the last two joined by a word. */
    record Listed(List<Term> several) implements Term {
        public Listed {
            several = List.copyOf(several);
        }

        @Override
        public void tell(Telling telling) {
            for (int i = 0; i < several.size(); i++) {
                String before = i == several.size() - 1 ? telling.language().and() : ", ";
                telling.add(i == 0 ? "" : before);
                several.get(i).tell(telling);
            }
        }

        @Override
        public long number() {
            return several.size();
        }
    }

    /** A number of octets as people read it. */
    record Size(long octets) implements Term {
        private static final double KILO = 1024;

        @Override
        public void tell(Telling telling) {
            boolean isMega = octets >= KILO * KILO;
            telling.add(telling.language().size(isMega ? octets / KILO / KILO : octets / KILO, isMega ? 'M' : 'k'));
        }
    }

    /** A date. */
    record Day(LocalDate date) implements Term {
        @Override
        public void tell(Telling telling) {
            telling.add(telling.language().day(date));
        }
    }

    /** What a server, a library, a template, or the data on mail programs says, in English for the most part. */
    record Said(String words) implements Term {
        @Override
        public void tell(Telling telling) {
            telling.addSaid(words);
        }
    }

    /** In brackets, how many times the same was found; nothing when it was once. */
    record Repeats(Sentence words, long number) implements Term {
        /** In so many places of a message. */
        static Repeats places(int number) {
            return new Repeats(Sentence.named("repeats.places", "({0} places)", number), number);
        }

        /** So many times. */
        static Repeats times(int number) {
            return new Repeats(Sentence.named("repeats.times", "({0} times)", number), number);
        }

        @Override
        public void tell(Telling telling) {
            if (number > 1) {
                telling.add(" ");
                words.tell(telling);
            }
        }

        @Override
        public long repeats() {
            return number;
        }

        @Override
        public Term once() {
            return new Repeats(Sentence.NOTHING, 1);
        }
    }

    /** All of {@code terms}, found once. */
    static List<Term> once(List<Term> terms) {
        List<Term> once = new ArrayList<>();
        terms.forEach(term -> once.add(term.once()));
        return once;
    }
}

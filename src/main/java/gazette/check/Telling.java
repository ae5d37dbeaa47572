package gazette.check;

import gazette.check.Run.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One telling of one sentence in one language. Not for sharing by threads. */
final class Telling {
    /** What a language's patterns put around code. */
    static final char CODE = '‹';

    static final char CODE_END = '›';

    /** A term, or one of two wordings by its number; the marks of code. */
    static final Pattern MARK = Pattern.compile("\\{(\\d)(?:\\?([^|{}]*)\\|([^|{}]*))?\\}|[" + CODE + CODE_END + "]");

    private final Language language;
    private final List<Run> runs = new ArrayList<>();
    private Kind kind = Kind.PROSE;

    private Telling(Language language) {
        this.language = language;
    }

    /** What is said, stretch by stretch. */
    static List<Run> of(Sentence sentence, Language language) {
        Telling telling = new Telling(language);
        telling.tell(sentence);
        return List.copyOf(telling.runs);
    }

    Language language() {
        return language;
    }

    void tell(Sentence sentence) {
        String pattern = language.pattern(sentence);
        Matcher mark = MARK.matcher(pattern);
        int from = 0;
        while (mark.find()) {
            add(pattern.substring(from, mark.start()));
            from = mark.end();
            if (mark.group(1) == null) {
                kind = mark.group().charAt(0) == CODE ? Kind.CODE : Kind.PROSE;
            } else {
                term(sentence.terms().get(Integer.parseInt(mark.group(1))), mark);
            }
        }
        add(pattern.substring(from));
    }

    private void term(Term term, Matcher mark) {
        if (mark.group(2) == null) {
            term.tell(this);
            return;
        }
        String[] words = mark.group(language.isOne(term.number()) ? 2 : 3).split("#", -1);
        for (int i = 0; i < words.length; i++) {
            if (i > 0) {
                term.tell(this);
            }
            add(words[i]);
        }
    }

    /** In the language. */
    void add(String words) {
        add(words, kind);
    }

    /** The same in every language. */
    void addName(String words) {
        add(words, kind == Kind.CODE ? Kind.CODE : Kind.NAME);
    }

    void addSaid(String words) {
        add(words, Kind.SAID);
    }

    private void add(String words, Kind of) {
        int last = runs.size() - 1;
        if (last >= 0 && runs.get(last).kind() == of) {
            runs.set(last, new Run(runs.get(last).words() + words, of));
        } else if (!words.isEmpty()) {
            runs.add(new Run(words, of));
        }
    }
}

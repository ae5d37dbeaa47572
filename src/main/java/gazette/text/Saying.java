package gazette.text;

import java.util.List;

/**
 * Something that a front matter is to say.
 *
 * @param isOneOfMany whether the key says it beside what it says already
 */
record Saying(String key, String value, boolean isOneOfMany) {
    static Saying only(String key, String value) {
        return new Saying(key, value, false);
    }

    static Saying also(String key, String value) {
        return new Saying(key, value, true);
    }

    void into(FrontMatterDraft draft) {
        if (isOneOfMany) {
            draft.add(key, value);
        } else {
            draft.set(key, List.of(value));
        }
    }
}

package gazette.render;

import gazette.article.Article;
import gazette.edition.Form;
import gazette.edition.Story;
import gazette.edition.VariantKey;
import java.util.ArrayList;
import java.util.List;

/** A story in the form that a variant tells it in. */
record Told(Story story, Form form) {
    /** Those of a variant; somebody whose stories all stand far down reads the first of them with its lead. */
    static List<Told> of(List<Story> stories, VariantKey key) {
        List<Told> told = new ArrayList<>();
        for (int place : key.stories()) {
            Story story = stories.get(place);
            boolean isBriefLead = told.isEmpty() && story.form() == Form.BRIEF;
            told.add(new Told(story, isBriefLead ? Form.SHORT : story.form()));
        }
        return told;
    }

    Article article() {
        return story.article();
    }

    boolean isInFull() {
        return form != Form.BRIEF;
    }
}

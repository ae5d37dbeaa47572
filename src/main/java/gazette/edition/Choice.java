package gazette.edition;

import gazette.article.Article;
import gazette.article.Origin;
import gazette.edition.Story.Elsewhere;
import java.util.List;

/**
 * Which candidates make an edition, and what becomes of the others.
 *
 * @param stories at most {@code max} beside those that an editor put back, in reading order; empty when there is no
 *     edition
 * @param late articles that tell a story which an earlier edition told: they are never candidates again, whether there is
 *     an edition or not
 * @param leftOut articles that an editor left out: when there is an edition, they are candidates no more until an editor
 *     puts them back
 * @param verdicts one for each candidate and each that is settled: what is in, in reading order, each with its copies;
 *     then what waits, who goes first in front; then what is out, newest first
 * @param waiting how many stay for the next
 * @param reason why there is no edition; empty when there is one
 */
public record Choice(
        List<Pick> stories, List<Late> late, List<Origin> leftOut, List<Verdict> verdicts, int waiting, String reason) {
    /**
     * A story that is in.
     *
     * @param origin of the article that readers get
     * @param copies those that tell the same, the earliest first
     * @param isUpdate whether readers had an earlier text of it
     * @param isPutBack whether an editor wanted it in, whatever kept it out
     * @param section the heading that it stands under; empty for none
     * @param form how much of it is printed
     */
    public record Pick(
            Origin origin,
            List<String> topics,
            List<Copy> copies,
            boolean isUpdate,
            boolean isPutBack,
            String section,
            Form form) {
        public Pick {
            topics = List.copyOf(topics);
            copies = List.copyOf(copies);
        }

        /** Who else tells it, each name once: «aussi chez …». */
        public List<Elsewhere> elsewhere() {
            return copies.stream().filter(Copy::isShown).map(Copy::where).toList();
        }

        /** The same with the article itself. */
        public Story story(Article article) {
            return new Story(article, topics, elsewhere(), isUpdate, section, form);
        }
    }

    /**
     * An article that tells the same as one that is in.
     *
     * @param isShown whether it adds a name to those that readers see
     */
    public record Copy(Origin origin, Elsewhere where, boolean isShown) {}

    /**
     * An article that tells the same as one that went out.
     *
     * @param where who tells it
     * @param number the edition that told it
     * @param story the article that readers got
     * @param why what its verdict says
     */
    public record Late(Origin origin, Elsewhere where, int number, Origin story, String why) {}

    public Choice {
        stories = List.copyOf(stories);
        late = List.copyOf(late);
        leftOut = List.copyOf(leftOut);
        verdicts = List.copyOf(verdicts);
    }

    /**
     * Chooses from {@code shelf}: who was passed over before goes first, then the newest, so that news is fresh and
     * nobody waits for ever. What is in is laid out as the newsletter presents it. The editors' plan has the last word:
     * what they put back is in beside the others, and makes an edition with however few. Pure: the same shelf gives the
     * same choice, whatever order it is in.
     *
     * @param newsletter as its cadence has it, see {@link Newsletter#on}
     */
    public static Choice of(Newsletter newsletter, Shelf shelf) {
        return new Choosing(newsletter, shelf).choice();
    }

    /** Why an article is out that an editor left out of an earlier edition. */
    public static String leftOutOf(int number) {
        return "left out of n° " + number + " by the editor";
    }

    /** Whether the candidates do not make an edition. */
    public boolean isEmpty() {
        return stories.isEmpty();
    }

    /** The articles that readers get, in reading order. */
    public List<Origin> in() {
        return stories.stream().map(Pick::origin).toList();
    }
}

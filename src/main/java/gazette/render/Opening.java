package gazette.render;

import gazette.article.Article;
import gazette.article.Block;
import gazette.article.FirstSentence;
import gazette.article.Paragraph;
import gazette.article.Prose;
import gazette.article.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An article as it is laid out: what stands above it, and what below. One without a headline begins with the first
 * sentence of its lead as a title, and the lead goes on from there, so that no reader meets the same words twice.
 *
 * @param heading the headline, or that sentence with its emphasis and links
 * @param lead what is read first below the heading; empty when there is nothing, or no prose
 * @param body all blocks below the heading, the lead among them
 */
record Opening(Prose heading, Optional<Paragraph> lead, List<Block> body) {
    Opening {
        body = List.copyOf(body);
    }

    static Opening of(Article article) {
        List<Block> blocks = article.blocks();
        String lead = article.lead();
        for (int place = 0; !lead.isEmpty() && place < blocks.size(); place++) {
            if (blocks.get(place) instanceof Paragraph paragraph
                    && paragraph.text().equals(lead)) {
                return article.headline().isPresent()
                        ? headed(article, Optional.of(paragraph))
                        : parted(blocks, place, paragraph);
            }
        }
        return headed(article, summary(article));
    }

    private static Opening headed(Article article, Optional<Paragraph> lead) {
        return new Opening(Prose.of(article.title()), lead, article.blocks());
    }

    /** What stands below the heading where a story is told in short: its lead. */
    List<Block> shortBody() {
        return lead.<List<Block>>map(List::of).orElse(List.of());
    }

    /** What a list prints below the title, in plain words; empty when the title says it all. */
    static String teaser(Article article) {
        return of(article).lead().map(Paragraph::text).orElse("");
    }

    private static Optional<Paragraph> summary(Article article) {
        return Optional.of(article.summary())
                .filter(summary -> !summary.isEmpty())
                .map(Paragraph::new);
    }

    private static Opening parted(List<Block> blocks, int place, Paragraph lead) {
        int end = FirstSentence.of(lead.text()).length();
        Optional<Paragraph> rest = part(lead.prose(), end, lead.text().length()).map(Paragraph::new);
        List<Block> body = new ArrayList<>(blocks);
        body.remove(place);
        rest.ifPresent(paragraph -> body.add(place, paragraph));
        return new Opening(part(lead.prose(), 0, end).orElse(lead.prose()), rest, body);
    }

    /** The words of {@code prose} between two places in its text; empty when there are none but blanks. */
    private static Optional<Prose> part(Prose prose, int from, int to) {
        List<Span> spans = new ArrayList<>();
        int start = 0;
        for (Span span : prose.spans()) {
            int first = Math.max(from, start) - start;
            int last = Math.min(to, start + span.words().length()) - start;
            if (first < last) {
                spans.add(new Span(span.words().substring(first, last), span.look(), span.link()));
            }
            start += span.words().length();
        }
        return spans.stream().allMatch(span -> span.words().isBlank())
                ? Optional.empty()
                : Optional.of(new Prose(spans));
    }
}

package gazette.markup;

import gazette.article.Blanks;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.Elements;

/**
 * A page in HTML: what its head says, and the part of it that is the article. What is not there is empty.
 *
 * @param title what a browser's window shows
 * @param headline the {@code h1} of the article, or else a heading that stands above all of its text; taken out of
 *     {@code body}
 * @param language as written
 * @param date as written
 * @param address where the page says that it is on the web
 * @param base what it says that its relative addresses are relative to
 * @param body HTML for {@link Markup#blocks}: the only {@code article} or else the only {@code main} of the page, or else
 *     all of it, without navigation
 * @param words of the body and the headline, in their order
 */
public record Page(
        String title,
        String headline,
        String language,
        String author,
        String date,
        String description,
        Optional<URI> address,
        Optional<URI> base,
        String body,
        List<Word> words) {
    /** In elements, one inside the other: as many as {@link Markup} reads. */
    private static final int DEEPEST = 256;

    /** In characters: a longer one was never closed. */
    private static final int LONGEST_HEADLINE = 200;

    private static final String HEADINGS = "h1, h2, h3, h4, h5, h6";

    /**
     * Words as they stand on one line of the file.
     *
     * @param line counted from 1, lines ended by LF
     * @param text empty for a picture
     */
    public record Word(int line, String text) {}

    public Page {
        words = List.copyOf(words);
    }

    /** Reads {@code html}; whatever it holds, there is a page in it. */
    public static Page of(String html) {
        Document document =
                Parser.htmlParser().setTrackPosition(true).setMaxDepth(DEEPEST).parseInput(html, "");
        document.outputSettings().prettyPrint(false);
        document.select("nav").remove();
        Element content = content(document);
        List<Word> words = words(content);
        Optional<Element> heading = heading(content);
        heading.ifPresent(Element::remove);
        return new Page(
                Blanks.fold(document.title()),
                heading.map(h -> Markup.words(h.html())).orElse(""),
                document.select("html").attr("lang").strip(),
                meta(document, "author", "dc.creator", "dcterms.creator"),
                meta(document, "article:published_time", "date", "dc.date", "dcterms.date", "dcterms.created"),
                meta(document, "description", "og:description"),
                web(document.select("link[rel=canonical]").attr("href")).or(() -> web(meta(document, "og:url"))),
                web(document.select("base[href]").attr("href")),
                content.html(),
                words);
    }

    private static Element content(Document document) {
        Elements articles = document.select("article");
        if (articles.size() == 1) {
            return articles.get(0);
        }
        Elements mains = document.select("main, [role=main]");
        return mains.size() == 1 ? mains.get(0) : document.body();
    }

    private static Optional<Element> heading(Element content) {
        return content.select("h1").stream()
                .filter(Page::says)
                .findFirst()
                .or(() -> content.select(HEADINGS).stream()
                        .filter(Page::says)
                        .findFirst()
                        .filter(first -> isOnTop(first, content)));
    }

    private static boolean says(Element heading) {
        String words = heading.text();
        return !Blanks.isBlank(words) && words.length() <= LONGEST_HEADLINE;
    }

    private static boolean isOnTop(Element heading, Element content) {
        return firstWords(heading).equals(firstWords(content)); // one node is equal to itself alone
    }

    private static Optional<TextNode> firstWords(Element element) {
        return element.nodeStream(TextNode.class)
                .filter(text -> !Blanks.isBlank(text.getWholeText()))
                .findFirst();
    }

    private static String meta(Document document, String... names) {
        for (String name : names) {
            for (Element meta : document.select("meta")) {
                boolean named = (meta.attr("name").isEmpty() ? meta.attr("property") : meta.attr("name"))
                        .toLowerCase(Locale.ROOT)
                        .equals(name);
                if (named && !Blanks.isBlank(meta.attr("content"))) {
                    return Blanks.fold(meta.attr("content"));
                }
            }
        }
        return "";
    }

    private static Optional<URI> web(String address) {
        try {
            return Optional.of(new URI(address.strip())).filter(uri -> Links.isWeb(uri) && uri.getHost() != null);
        } catch (URISyntaxException notAnAddress) {
            return Optional.empty();
        }
    }

    private static List<Word> words(Element content) {
        List<Word> words = new ArrayList<>();
        content.traverse((node, depth) -> {
            if (node instanceof TextNode text) {
                add(text, words);
            } else if (node instanceof Element element && element.normalName().equals("img")) {
                words.add(new Word(line(node), ""));
            }
        });
        return words;
    }

    private static void add(TextNode text, List<Word> words) {
        int line = line(text);
        for (String part : text.getWholeText().split("\n", -1)) {
            if (!Blanks.isBlank(part)) {
                words.add(new Word(line, Blanks.fold(part)));
            }
            line++;
        }
    }

    private static int line(Node node) {
        return Math.max(1, node.sourceRange().start().lineNumber());
    }
}

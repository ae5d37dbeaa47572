package gazette.feed;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where in a document its root begins, whatever stands before it. */
final class Beginning {
    /** How far a root is looked for, in characters: warnings of a program that failed may come first. */
    private static final int FARTHEST = 100_000;

    private static final Pattern ROOT =
            Pattern.compile("<(?:\\w{1,20}:)?(?:rss|rdf|feed|opml|channel|entry)[\\s/>]", Pattern.CASE_INSENSITIVE);
    private static final Pattern PAGE =
            Pattern.compile("<(?:!doctype\\s+html|html|head|body)\\b", Pattern.CASE_INSENSITIVE);

    private Beginning() {}

    /** The place of the first tag that a feed can begin with; 0 when there is none. */
    static int rootAt(String text) {
        Matcher root = ROOT.matcher(text).region(0, Math.min(text.length(), FARTHEST));
        return root.find() ? root.start() : 0;
    }

    /** Whether the document is a web page, rather than a feed with a few words of HTML before it. */
    static boolean isPage(String head) {
        Matcher page = PAGE.matcher(head);
        Matcher root = ROOT.matcher(head);
        return page.find() && !(root.find() && root.start() < page.start());
    }
}

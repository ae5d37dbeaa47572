package gazette.studio;

import java.util.List;
import org.openqa.selenium.Keys;

/** Through a page by the Tab key alone, until it leads nowhere new. */
final class Tour {
    private static final int STRIDE = 30;
    private static final int LONGEST = 600;

    /** Counts where the focus comes to, and remembers where it does so unseen. */
    private static final String SET_OUT = """
            window.tour = {seen: new Set(), unseen: new Set()};
            document.addEventListener('focusin', ({target}) => {
              const style = getComputedStyle(target);
              const drawn = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
              tour.seen.add(target);
              if (!drawn && target.tagName !== 'IFRAME') tour.unseen.add(target);
            });
            """;

    private static final String MISSED = """
            const line = (element) => element.outerHTML.slice(0, 140);
            const isThere = (element) => element.checkVisibility({visibilityProperty: true})
              && !element.closest('dialog:not([open]), details:not([open]) > :not(summary)');
            const group = (one) => one.type === 'radio' ? `${one.form?.action} ${one.name}` : one;
            const reached = new Set([...tour.seen].map(group));
            const missed = [...document.querySelectorAll(
                'a[href], button:not([disabled]), input:not([type=hidden]):not([disabled]), select, textarea, summary')]
              .filter(isThere).filter((one) => !reached.has(group(one)));
            return [...missed.map((one) => 'not reached: ' + line(one)),
              ...[...tour.unseen].map((one) => 'focus not to be seen: ' + line(one))];
            """;

    private final Browser browser;

    Tour(Browser browser) {
        this.browser = browser;
    }

    /** What the focus misses, and where it comes unseen: both times, because a busy machine may draw it late. */
    List<String> astray() {
        List<String> first = once();
        return first.isEmpty() ? first : once().stream().filter(first::contains).toList();
    }

    private List<String> once() {
        browser.run(SET_OUT);
        long seen = -1;
        for (int pressed = 0; seen < seen() && pressed < LONGEST; pressed += STRIDE) {
            seen = seen();
            browser.press(Keys.TAB.toString().repeat(STRIDE));
        }
        return Browser.texts(browser.run(MISSED));
    }

    private long seen() {
        return browser.number("return tour.seen.size;");
    }
}

package gazette.cli;

import static org.assertj.core.api.Assertions.assertThat;

import gazette.cli.TestWorkspace.Options;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sources come and go by commands; the settings keep their look, and nothing that cannot be read gets in. */
final class SourcesTest {
    @TempDir
    private Path folder;

    private TestWorkspace workspace;

    @BeforeEach
    void make() {
        workspace = TestWorkspace.make(folder, Options.smtp(2525));
    }

    @Test
    void theFeedOfAWebPageIsFoundShownAndWritten() throws IOException {
        try (WebSite site = WebSite.journal()) {
            Typed typed =
                    Typed.in(folder, "sources", "add", "la-gazette", site.at("/"), "--allow-private", "127.0.0.1");

            assertThat(typed.code()).as(typed.err()).isEqualTo(ExitCode.DONE);
            assertThat(typed.err())
                    .contains("Le Journal : l'exemple   RSS 2.0, fr, 3 articles", "Titre numéro 3", "/comments.xml");
            assertThat(typed.out())
                    .contains(
                            "«la-gazette» reads " + site.at("/rss.xml"),
                            "New of what is there: 10",
                            "Next: gazette articles fetch");
            assertThat(settings())
                    .contains("      - folder: articles\n      - feed: " + site.at("/rss.xml")
                            + "\n        allow-private: [127.0.0.1]\n    articles:");
        }
    }

    @Test
    void whatIsAddedIsFetchedListedAndExplained() throws IOException {
        try (WebSite site = WebSite.journal()) {
            add(site, "--first", "2");

            Typed fetch = Typed.in(folder, "articles", "fetch");
            Typed ls = Typed.in(folder, "sources", "ls");
            Typed why = Typed.in(folder, "articles", "ls", "--why");

            assertThat(fetch.code()).as(fetch.err()).isEqualTo(ExitCode.DONE);
            assertThat(ls.out())
                    .contains(
                            "✔ Le Journal : l'exemple  " + site.at("/rss.xml"),
                            "read just now; last new article just now; next in");
            assertThat(why.out())
                    .contains("in      Titre numéro 3", "in      Titre numéro 2")
                    .doesNotContain("in      Titre numéro 1");
        }
    }

    @Test
    void aFeedOfOnesOwnNetworkIsRefusedUntilItIsMeant() throws IOException {
        String before = settings();
        try (WebSite site = WebSite.journal()) {
            Typed typed = Typed.in(folder, "sources", "add", "la-gazette", site.at("/rss.xml"));

            assertThat(typed.code()).isEqualTo(ExitCode.UNAVAILABLE);
            assertThat(typed.err()).contains("allow-private", "Nothing was changed");
            assertThat(settings()).isEqualTo(before);
        }
    }

    @Test
    void whatIsNoFeedIsNotWritten() throws IOException {
        String before = settings();
        try (WebSite site = WebSite.journal()) {
            site.put("/bare", "text/html", "<html><body><p>Rien.</p></body></html>");
            site.answer("/gone", 410, "");

            Typed bare =
                    Typed.in(folder, "sources", "add", "la-gazette", site.at("/bare"), "--allow-private", "127.0.0.1");
            Typed gone =
                    Typed.in(folder, "sources", "add", "la-gazette", site.at("/gone"), "--allow-private", "127.0.0.1");
            Typed lost =
                    Typed.in(folder, "sources", "add", "la-gazette", site.at("/lost"), "--allow-private", "127.0.0.1");
            Typed none = Typed.in(folder, "sources", "add", "la-gazette", "journal.example.org");
            Typed odd = Typed.in(folder, "sources", "add", "la-gazette", "ftp://journal.example.org");

            assertThat(bare.code()).isEqualTo(ExitCode.USAGE);
            assertThat(bare.err()).contains("is no feed, and names none");
            assertThat(gone.code()).isEqualTo(ExitCode.UNAVAILABLE);
            assertThat(gone.err()).contains("gone for good");
            assertThat(lost.code()).isEqualTo(ExitCode.UNAVAILABLE);
            assertThat(lost.err()).contains("404");
            assertThat(none.code()).isEqualTo(ExitCode.USAGE);
            assertThat(none.err()).contains("There is no folder", "https://journal.example.org");
            assertThat(odd.code()).isEqualTo(ExitCode.USAGE);
            assertThat(settings()).isEqualTo(before);
        }
    }

    @Test
    void aSourceIsAddedOnceAndRemovedAgain() throws IOException {
        String before = settings();
        try (WebSite site = WebSite.journal()) {
            add(site);

            Typed again = Typed.in(folder, "sources", "add", "la-gazette", site.at("/rss.xml") + "#top");
            Typed slip = Typed.in(folder, "sources", "remove", "la-gazette", "article");
            Typed removed = Typed.in(folder, "sources", "remove", "la-gazette", site.at("/rss.xml"));
            Typed last = Typed.in(folder, "sources", "remove", "la-gazette", "articles/");

            assertThat(again.code()).isEqualTo(ExitCode.USAGE);
            assertThat(again.err()).contains("already");
            assertThat(slip.err()).contains("Did you mean «articles»?");
            assertThat(removed.code()).as(removed.err()).isEqualTo(ExitCode.DONE);
            assertThat(last.code()).isEqualTo(ExitCode.USAGE);
            assertThat(last.err()).contains("only source");
            assertThat(settings()).isEqualTo(before);
        }
    }

    @Test
    void aFolderIsAddedWhenItIsThere() throws IOException {
        Files.createDirectories(folder.resolve("bureau"));

        Typed typed = Typed.in(folder, "sources", "add", "la-gazette", "bureau/", "--first", "none");

        assertThat(typed.code()).as(typed.err()).isEqualTo(ExitCode.DONE);
        assertThat(settings()).contains("      - folder: bureau\n        first: none\n");
    }

    @Test
    void aListOfFeedsIsImportedOnceAndExportedAgain() throws IOException {
        workspace.write("feeds.opml", """
                <opml version="2.0"><head><title>Presse</title></head><body>
                <outline text="Le Journal" type="rss" xmlUrl="https://journal.example.org/rss.xml"/>
                <outline text="Économie"><outline text="L’Hebdo" type="rss" xmlUrl="https://hebdo.example.org/atom"/></outline>
                <outline text="Le Journal encore" type="rss" xmlUrl="https://JOURNAL.example.org:443/rss.xml"/>
                </body></opml>
                """);

        Typed first = Typed.in(folder, "sources", "import", "la-gazette", "feeds.opml", "--first", "none");
        Typed second = Typed.in(folder, "sources", "import", "la-gazette", "feeds.opml");
        Typed export = Typed.in(folder, "sources", "export");
        workspace.write("no.opml", "rien");
        Typed none = Typed.in(folder, "sources", "import", "la-gazette", "no.opml");

        assertThat(first.code()).as(first.err()).isEqualTo(ExitCode.DONE);
        assertThat(first.out()).contains("2 feeds added");
        assertThat(second.out()).contains("0 feeds added");
        assertThat(settings()).contains("- feed: https://hebdo.example.org/atom\n        first: none");
        assertThat(export.out())
                .contains(
                        "xmlUrl=\"https://journal.example.org/rss.xml\"", "xmlUrl=\"https://hebdo.example.org/atom\"");
        assertThat(none.code()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void aPersonIsAskedHowManyCountAsNew() throws IOException {
        try (WebSite site = WebSite.journal()) {
            Typed typed = Typed.answering(
                    folder,
                    "beaucoup\n2\n",
                    "sources",
                    "add",
                    "la-gazette",
                    site.at("/"),
                    "--allow-private",
                    "127.0.0.1");

            assertThat(typed.code()).as(typed.err()).isEqualTo(ExitCode.DONE);
            assertThat(typed.err()).contains("How many of the 3 articles", "give all, none");
            assertThat(settings()).contains("first: 2\n");
        }
    }

    @Test
    void aSourceInTroubleIsShownWithItsErrorAndAskedAgain() throws IOException {
        try (WebSite site = WebSite.journal()) {
            add(site);
            site.answer("/rss.xml", 410, "");
            Typed gone = Typed.in(folder, "articles", "fetch");
            Typed shown = Typed.in(folder, "sources", "ls");
            Typed checked = Typed.in(folder, "check");
            site.put("/rss.xml", "application/rss+xml", WebSite.rss(3));
            Typed still = Typed.in(folder, "articles", "fetch");
            Typed again = Typed.in(folder, "articles", "fetch", "--again");

            assertThat(gone.code()).isEqualTo(ExitCode.PARTLY_DONE);
            assertThat(shown.out()).contains("✘ " + site.at("/rss.xml"), "gone for good (410)");
            assertThat(checked.code()).isEqualTo(ExitCode.CHECK_FAILED);
            assertThat(checked.out()).contains("[source-gone]", "1 error");
            assertThat(still.code()).isEqualTo(ExitCode.PARTLY_DONE);
            assertThat(again.code()).as(again.err()).isEqualTo(ExitCode.DONE);
            assertThat(again.out()).contains("3 articles picked up");
        }
    }

    @Test
    void aNewWorkspaceTakesNameLanguageAndSourceFromAFeed() throws IOException {
        try (WebSite site = WebSite.journal()) {
            Path made = folder.resolve("neuf");

            Typed typed = Typed.in(
                    folder, "init", made.toString(), "--from-feed", site.at("/"), "--allow-private", "127.0.0.1");
            Typed validated = Typed.in(made, "config", "validate");

            assertThat(typed.code()).as(typed.err()).isEqualTo(ExitCode.DONE);
            assertThat(validated.code()).as(validated.err()).isEqualTo(ExitCode.DONE);
            assertThat(Files.readString(made.resolve("gazette.yaml"), StandardCharsets.UTF_8))
                    .contains(
                            "    name: 'Le Journal : l''exemple'\n",
                            "    from: '\"Le Journal : l''exemple\" <lettre@example.org>'\n",
                            "    language: fr\n",
                            "      - feed: " + site.at("/rss.xml") + "\n");
        }
    }

    @Test
    void aFeedInAFileIsTakenApart() throws IOException {
        workspace.write("rss.xml", WebSite.rss(2));
        workspace.write("page.xml", "<html><body>Une page</body></html>");

        Typed parsed =
                Typed.in(folder, "articles", "parse", "rss.xml", "--base", "https://journal.example.org/rss.xml");
        Typed refused = Typed.in(folder, "articles", "parse", "page.xml");

        assertThat(parsed.code()).as(parsed.err()).isEqualTo(ExitCode.DONE);
        assertThat(parsed.out())
                .contains("format     RSS 2.0, UTF-8", "title      Le Journal : l'exemple", "· Titre numéro 2")
                .contains("id           a-2", "address      https://journal.example.org/2", "published    2026-11-02");
        assertThat(refused.code()).isEqualTo(ExitCode.USAGE);
        assertThat(refused.err()).contains("page.xml: ");
    }

    private void add(WebSite site, String... more) {
        String[] args = {"sources", "add", "la-gazette", site.at("/rss.xml"), "--allow-private", "127.0.0.1"};
        String[] all = java.util.stream.Stream.concat(java.util.Arrays.stream(args), java.util.Arrays.stream(more))
                .toArray(String[]::new);
        Typed typed = Typed.in(folder, all);
        assertThat(typed.code()).as(typed.err()).isEqualTo(ExitCode.DONE);
    }

    private String settings() throws IOException {
        return Files.readString(folder.resolve("gazette.yaml"), StandardCharsets.UTF_8);
    }
}

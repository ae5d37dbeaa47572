package gazette.studio;

import static org.assertj.core.api.Assertions.assertThat;

import gazette.digest.RunReport;
import gazette.edition.Cadence;
import gazette.edition.Newsletter;
import gazette.sink.Sink;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How long the pages about editions take with many readers and many editions. */
final class EditionSpeedTest {
    private static final String EDITION = "newsletter, number, cadence, slot, state, paused_because, composed_at,"
            + " window_from, waiting, shelf_end, template, template_text, style, note, fields, name, from_name,"
            + " from_address, reply_to_name, reply_to_address, language, zone, postal_address, web, hold_until, in_doubt,"
            + " wave_end, filled_to, fill_end, audience";

    private static final String REVISION =
            "fingerprint, language, headline, byline, credits, topics, published_at, published_date, published_time,"
                    + " published_zone, body, summary, categories";

    private static final long MOST_MILLIS = 300;
    private static final int ROUNDS = 5;
    private static final int MESSAGES = 50;
    private static final int FILES = 50;

    /** What is made for a program or as a file, and takes as long as it is long. */
    private static final Pattern NO_PAGE =
            Pattern.compile("/events|/studio/.*|/api/.*|.*\\.(?:csv|jsonl|eml)|.*/<cid>.*");

    @TempDir
    private Path folder;

    private final Sink sink = Sink.start("127.0.0.1", 0, Clock.systemUTC());

    @AfterEach
    void stop() {
        sink.close();
    }

    @Test
    void everyPageAnswersSoonWithThirtyThousandReaders() {
        everyPageAnswersSoon(30_000, 60, 500);
    }

    @Test
    @Tag("long")
    void everyPageAnswersSoonWithAMillionReadersAndFiveHundredEditions() {
        everyPageAnswersSoon(1_000_000, 499, 5_000);
    }

    private void everyPageAnswersSoon(int readers, int editions, int articles) {
        for (int i = 0; i < MESSAGES; i++) {
            Letters.to(sink, "Été " + i, "<p>Bonjour</p>");
        }
        try (EditionStage stage = EditionStage.over(folder, 1, Optional.of(new NobodyLeaves()), Optional.of(sink))) {
            stage.filled("La grande");
            for (int i = 0; i < FILES; i++) {
                stage.article("plus-" + i + ".txt", "Titre " + i);
            }
            fill(stage, readers, editions, articles);
            Map<String, List<Long>> took = new LinkedHashMap<>();

            for (int round = 0; round <= ROUNDS; round++) {
                for (String page : pages(stage, readers)) {
                    took.computeIfAbsent(page, any -> new ArrayList<>()).add(millis(stage, page));
                }
            }

            took.forEach((page, times) -> {
                List<Long> warm = warm(times);
                System.out.printf(
                        "  %,d readers: %s: first %d ms, median %d ms, worst %d ms%n",
                        readers, page, times.get(0), warm.get(ROUNDS / 2), warm.get(ROUNDS - 1));
            });
            assertThat(took)
                    .allSatisfy((page, times) ->
                            assertThat(warm(times).get(ROUNDS / 2)).as(page).isLessThanOrEqualTo(MOST_MILLIS));
        }
    }

    /** Those after the first, the shortest first. */
    private static List<Long> warm(List<Long> times) {
        return times.stream().skip(1).sorted().toList();
    }

    /** Nobody sends in this test. */
    private static final class NobodyLeaves implements Departures {
        @Override
        public RunReport depart(Newsletter newsletter, Cadence cadence, Duration cooldown, Optional<String> despite) {
            throw new AssertionError("nothing is to leave");
        }

        @Override
        public void ring() {}
    }

    /** Every page of the studio, and what else there is to see of an edition with many readers. */
    private List<String> pages(EditionStage stage, int readers) {
        SampleAddresses samples = SampleAddresses.of(sink, stage.studio.port());
        List<String> pages = new ArrayList<>(List.of("/?view=both", "/?last=10", "/checks?part=checks"));
        stage.studio.studio().reads().stream()
                .filter(path -> !NO_PAGE.matcher(path).matches())
                .flatMap(path -> samples.of(path).stream())
                .forEach(pages::add);
        pages.add(
                stage.page("/editions/la-gazette/1").select("a[href^=/online/]").attr("href"));
        pages.addAll(pages(readers));
        return pages;
    }

    private static List<String> pages(int readers) {
        String one = "/editions/la-gazette/1";
        return List.of(
                "/editions",
                "/editions?page=2",
                "/editions?state=under_way",
                "/editions?state=sent",
                one,
                "/editions/la-gazette/2",
                one + "/readers",
                one + "/readers?after=" + readers * 9 / 10,
                one + "/readers?state=accepted",
                one + "/readers?state=rejected",
                one + "/readers?state=pending",
                one + "/readers?state=pending&after=0." + readers * 9 / 10,
                one + "/readers?state=suppressed",
                one + "/readers?state=in_doubt",
                one + "/readers?address=reader-9",
                one + "/readers?address=reader-9&state=accepted",
                one + "/readers?address=reader-&state=rejected",
                one + "/readers?address=nobody",
                "/editions/la-gazette/2/readers?address=reader-",
                one + "/readers/" + readers / 2,
                one + "/readers/" + readers / 2 + "/html",
                "/schedule");
    }

    private static long millis(EditionStage stage, String page) {
        long begun = System.nanoTime();
        HttpResponse<String> answer = stage.visitor.get(page, "fr");
        long millis = (System.nanoTime() - begun) / 1_000_000;
        assertThat(answer.statusCode()).as(page).isIn(200, 303);
        return millis;
    }

    private static void fill(EditionStage stage, int readers, int editions, int articles) {
        stage.studio.sql("""
                insert into subscriber (address, domain)
                with recursive n (i) as (select 2 union all select i + 1 from n where i < %d)
                select 'reader-' || i || '@d' || (i %% 500) || '.example.org', 'd' || (i %% 500) || '.example.org' from n
                """.formatted(readers));
        stage.studio.sql("""
                insert into subscription (newsletter, subscriber, state, cadence, name, language, topics, since, fields,
                  source, listed, changed_at)
                select p.newsletter, s.id, p.state, p.cadence, p.name, p.language, p.topics, p.since, p.fields, p.source,
                  p.listed, p.changed_at
                from subscription p, subscriber s
                where s.id <> p.subscriber
                """);
        stage.studio.sql("""
                insert into dispatch (edition, subscriber, state, reason, not_before, attempts, words, answered_at)
                select e.id, s.id,
                  case s.id % 50 when 1 then 'REJECTED' when 2 then 'SUPPRESSED' when 3 then 'PENDING'
                    when 4 then 'DEFERRED' else 'ACCEPTED' end,
                  case s.id % 50 when 2 then 'LEFT' end,
                  case s.id % 50 when 3 then 0 when 4 then 4000000000000 end,
                  1,
                  case s.id % 50 when 1 then '550 5.1.1 no such reader ' || s.id when 4 then '451 4.7.1 later'
                    when 3 then '' else '250 2.0.0 queued as ' || s.id end,
                  1780000000000 + s.id
                from edition e, subscriber s
                where s.id > 1
                """);
        stage.studio.sql("update edition set audience = (select count(*) from dispatch)");
        stage.studio.sql("""
                insert into edition (%s)
                with recursive n (i) as (select 2 union all select i + 1 from n where i <= %d)
                select %s
                from edition e, n
                """.formatted(
                        EDITION,
                        editions,
                        EDITION.replace("number", "n.i")
                                .replace(" slot,", " slot - n.i * 86400000,")
                                .replace(", audience", ", 1000")));
        stage.studio.sql("""
                insert into variant (edition, place, language, stories, format, absent, subject, html, plain, logic)
                select e.id, v.place, v.language, v.stories, v.format, v.absent, v.subject, v.html, v.plain, v.logic
                from variant v, edition e
                where e.number > 1 and v.edition = (select id from edition where number = 1)
                """);
        stage.studio.sql("""
                insert into edition_article (edition, place, newsletter, cadence, article, revision, topics, is_update)
                select e.id, a.place, a.newsletter, 'as ' || e.number, a.article, a.revision, a.topics, a.is_update
                from edition_article a, edition e
                where e.number > 1 and a.edition = (select id from edition where number = 1)
                """);
        stage.studio.sql("""
                insert into dispatch (edition, subscriber, state, attempts, words)
                select e.id, s.id, 'ACCEPTED', 1, '250 2.0.0 queued'
                from edition e, subscriber s
                where e.number > 1 and s.id <= 1000
                """);
        articles(stage, editions, articles);
    }

    /** Articles that the editions had. */
    private static void articles(EditionStage stage, int editions, int articles) {
        stage.studio.sql("""
                insert into article (source, name, picked_up_at)
                with recursive n (i) as (select 1 union all select i + 1 from n where i < %d)
                select a.source, 'old-' || n.i, a.picked_up_at - n.i * 1000
                from article a, n
                """.formatted(articles));
        stage.studio.sql("""
                insert into revision (article, %s)
                select a.id, %s
                from revision r, article a
                where a.name like 'old-%%'
                """.formatted(REVISION, "r." + REVISION.replace(", ", ", r.")));
        stage.studio.sql("""
                insert into edition_article (edition, place, newsletter, cadence, article, revision, topics, is_update)
                select e.id, a.id, e.newsletter, e.cadence, a.id, r.id, '[]', false
                from article a
                join revision r on r.article = a.id
                join edition e on e.number = 2 + a.id %% %d
                where a.name like 'old-%%'
                """.formatted(editions - 1));
    }
}

package gazette.studio;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How long the pages about editions take with many readers and many editions. */
final class EditionSpeedTest {
    private static final String EDITION = "newsletter, number, cadence, slot, state, paused_because, composed_at,"
            + " window_from, waiting, shelf_end, template, template_text, style, note, fields, name, from_name,"
            + " from_address, reply_to_name, reply_to_address, language, zone, postal_address, web, hold_until, in_doubt,"
            + " wave_end, filled_to, fill_end, audience";

    private static final long MOST_MILLIS = 300;

    @TempDir
    private Path folder;

    @Test
    void everyPageAnswersSoonWithThirtyThousandReaders() {
        everyPageAnswersSoon(30_000, 60);
    }

    @Test
    @Tag("long")
    void everyPageAnswersSoonWithAMillionReadersAndFiveHundredEditions() {
        everyPageAnswersSoon(1_000_000, 499);
    }

    private void everyPageAnswersSoon(int readers, int editions) {
        try (EditionStage stage = EditionStage.over(folder, 1, Optional.empty())) {
            stage.filled("La grande");
            fill(stage, readers, editions);
            List<String> slow = new ArrayList<>();

            for (String page : pages(readers)) {
                long first = millis(stage, page);
                long warm = Math.min(millis(stage, page), millis(stage, page));
                System.out.printf("  %,d readers: %s: %d ms, then %d ms%n", readers, page, first, warm);
                if (warm > MOST_MILLIS) {
                    slow.add(page + ": " + warm + " ms");
                }
            }

            assertThat(slow).isEmpty();
        }
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
        assertThat(answer.statusCode()).as(page).isEqualTo(200);
        return millis;
    }

    private static void fill(EditionStage stage, int readers, int editions) {
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
    }
}

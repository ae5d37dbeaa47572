package gazette.studio;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ArticlePagesTest extends ServedPages {
    private static final String TEXT = """
            Réservé aux abonnés
            Le réseau électrique tient
            La consommation a baissé, les barrages sont pleins et le vent souffle, dit l’agence dans sa note.
            Les exportations ont atteint un record et le prix du marché est redescendu sous celui d’avant.
            Fait à Lyon, le 30 décembre 2024, dans les bureaux de la rédaction
            Une respiration bienvenue.
            Le printemps dira si la tendance tient, et l’agence reste prudente dans toutes ses prévisions.
            Le gestionnaire publiera ses chiffres en avril, après les avoir fait relire par un cabinet.
            Source : Agence Exemple
            """;

    @Test
    void anEmptyListSaysWhereToPutATextAndWhatItLooksLike() {
        Document page = page("/articles");

        assertThat(page.select(".empty").text())
                .contains("Aucun article", folder.resolve("articles").toString(), "Source", "Agence Exemple");
        assertThat(page.select("h1")).hasSize(1);
    }

    @Test
    void aFileIsListedWithItsDateAndWhatBecomesOfIt() {
        workspace.article("a.txt", "Le barrage est plein");
        workspace.write("articles/b.txt", "---\ntitre: x\n---\nUn texte\n");

        Document page = page("/articles");

        assertThat(page.select(".articles li")).hasSize(2);
        assertThat(page.select(".articles li:contains(barrage)").text())
                .contains("21 novembre 2026", "articles/", "français", "Dans la prochaine édition");
        assertThat(page.select(".articles li:contains(b.txt)").text()).contains("Illisible", "titre");
        assertThat(page.select(".articles li:contains(b.txt) code").eachText()).contains("titre");
    }

    @Test
    void whatIsWrongInAFileIsSaidInTheLanguageOfThePageAndByItsLine() {
        workspace.write("articles/b.txt", "---\ntitle: x\ndate: hier\nimage: absent.png\n---\nUn texte de plus\n");

        Document list = page("/articles");
        Document page = page(list.select(".articles a.title").attr("href"));

        assertThat(list.select(".articles li").text()).contains("date vaut « hier » : écrivez 2026-11-20");
        assertThat(page.select(".notice.bad").eachText())
                .anySatisfy(said -> assertThat(said)
                        .startsWith("Ligne 3 · date vaut « hier » : écrivez 2026-11-20")
                        .endsWith("."));
        assertThat(page.select(".notice.bad a").attr("href")).isEqualTo("#line-3");
        assertThat(page.select("#line-3")).hasSize(1);
        assertThat(page.select("[lang=en]")).isEmpty();
    }

    /** As readers will see it, and not with a typewriter's signs. */
    @Test
    void aTitleIsSetByTheRulesOfItsLanguage() {
        workspace.article("a.txt", "L'eau monte : «presque» partout");

        assertThat(page("/articles").select(".articles .title").eachText().toString())
                .contains("L’eau monte : « presque » partout");
    }

    @Test
    void theListIsSearchedFilteredAndPaged() {
        for (int i = 1; i <= 53; i++) {
            workspace.article("a-" + i + ".txt", "Le barrage numéro " + i);
        }
        workspace.write("articles/b.txt", "");

        assertThat(page("/articles").select(".articles li")).hasSize(50);
        assertThat(page("/articles?page=2").select(".articles li")).hasSize(4);
        assertThat(page("/articles?page=2").select("a[rel=prev]")).hasSize(1);
        assertThat(page("/articles?page=99999").select(".articles li")).hasSize(4);
        assertThat(page("/articles?q=BARRAGE+num%C3%A9ro+17").select(".articles li"))
                .hasSize(1);
        assertThat(page("/articles?state=unread").select(".articles li")).hasSize(1);
        assertThat(page("/articles?state=%3Cx%3E&source=..%2F&page=-1").select(".articles li"))
                .isEmpty();
    }

    @Test
    void anArticleIsShownAsWrittenUnderstoodAndPrinted() {
        workspace.write("articles/a.txt", TEXT);

        Document page = page(address() + "?line=2");

        assertThat(page.select("h1").text()).isEqualTo("Réservé aux abonnés");
        assertThat(page.select("#line-1 .part").text()).isEqualTo("titre");
        assertThat(page.select("#line-2").hasClass("marked")).isTrue();
        assertThat(page.select("#line-2 form button")).hasSize(9);
        assertThat(page.select("form.mend")).hasSize(1);
        assertThat(page.select(".fields").text()).contains("Source Agence Exemple lu à la ligne 9");
        assertThat(page.select("iframe").attr("sandbox")).doesNotContain("allow-scripts");
        String frame = visitor.get(page.select("iframe").attr("src")).body();
        assertThat(frame).contains("Le réseau électrique tient");
    }

    @ParameterizedTest
    @CsvSource({
        "2, title, Titre Le réseau électrique tient",
        "5, date, Date 30 décembre 2024",
        "5, byline, Signature Fait à Lyon",
        "5, source, 'Source Fait à Lyon, le 30 décembre 2024, dans les bureaux de la rédaction'",
        "4, lead, Chapeau Les exportations",
        "6, intertitle, intertitre",
        "1, left_out, pas imprimé",
        "1, paragraph, Chapeau Réservé aux abonnés"
    })
    void aClickMendsTheReadingInTheFileItself(int line, String meaning, String shown) throws IOException {
        Path file = workspace.write("articles/a.txt", TEXT);

        HttpResponse<String> answer = mend(address(), Map.of("line", String.valueOf(line), "meaning", meaning));

        assertThat(answer.statusCode()).isEqualTo(303);
        Document page = page(answer.headers().firstValue("Location").orElseThrow());
        assertThat(page.select(".notice").text()).contains("C’est noté");
        assertThat(page.select("main").text()).contains(shown);
        assertThat(page.select(".lines .marked .words").text()).isEqualTo(TEXT.split("\n", -1)[line - 1]);
        assertThat(Files.readString(file, UTF_8)).startsWith("---\n").endsWith("---\n" + TEXT);
    }

    @Test
    void whatWasSaidIsTakenBackByTheLineAndByTheKey() throws IOException {
        Path file = workspace.write("articles/a.txt", TEXT);

        mend(address(), Map.of("line", "1", "meaning", "left_out"));
        mend(address(), Map.of("line", "4", "meaning", "undo"));
        assertThat(Files.readString(file, UTF_8)).isEqualTo(TEXT);
        mend(address(), Map.of("line", "1", "meaning", "left_out"));
        mend(address(), Map.of("key", "leave-out"));

        assertThat(Files.readString(file, UTF_8)).isEqualTo(TEXT);
    }

    @ParameterizedTest
    @CsvSource({"a.txt, windows-1252, false", "a.md, UTF-8, true", "a.html, UTF-8, false"})
    void everyKindOfFileIsMended(String name, String charset, boolean crlf) throws IOException {
        String text = switch (name) {
            case "a.md" -> "# Dossier\n\nLe réseau tient\n\nLa consommation a baissé, les barrages sont pleins.\n";
            case "a.html" -> "<h1>Dossier</h1>\n<p>Le réseau tient</p>\n<p>La consommation a baissé, dit-on.</p>\n";
            default -> TEXT.replace('’', '\'');
        };
        byte[] octets = (crlf ? text.replace("\n", "\r\n") : text).getBytes(Charset.forName(charset));
        Path file = Files.write(folder.resolve("articles").resolve(name), octets);
        int line = name.equals("a.md") ? 3 : 2;
        String title =
                page(address()).select("#line-" + line + " .words").text().replaceAll("<.*?>", "");

        mend(address(), Map.of("line", String.valueOf(line), "meaning", "title"));

        assertThat(page(address()).select("h1").text()).isEqualTo(title);
        byte[] mended = Files.readAllBytes(file);
        assertThat(new String(mended, Charset.forName(charset))).endsWith(new String(octets, Charset.forName(charset)));
    }

    @Test
    void aFileThatChangedIsNotOverwritten() throws IOException {
        Path file = workspace.write("articles/a.txt", TEXT);
        Map<String, String> form = form(page(address() + "?line=1"));
        Files.writeString(file, TEXT + "Encore une phrase, écrite entre-temps.\n", UTF_8);
        form.put("meaning", "left_out");

        HttpResponse<String> answer = post(address() + "/mend", form);

        assertThat(page(answer.headers().firstValue("Location").orElseThrow())
                        .select(".notice")
                        .text())
                .contains("a changé", "rien n’a été écrit");
        assertThat(Files.readString(file, UTF_8)).doesNotContain("leave-out");
    }

    @Test
    void aLinkOutOfTheFolderIsNeitherShownNorMended() throws IOException {
        Path secret = workspace.write("secret.txt", TEXT);
        Files.createSymbolicLink(folder.resolve("articles").resolve("a.txt"), secret);

        Document page = page(address());

        assertThat(page.text()).doesNotContain("La consommation");
        Map<String, String> form = new TreeMap<>(Map.of("meaning", "left_out", "line", "1", "checksum", ""));
        form.put("token", token());
        post(address() + "/mend", form);
        assertThat(Files.readString(secret, UTF_8)).isEqualTo(TEXT);
    }

    @Test
    void aChangeNeedsTheToken() throws IOException {
        Path file = workspace.write("articles/a.txt", TEXT);
        Map<String, String> form = form(page(address() + "?line=1"));
        form.put("meaning", "left_out");
        form.remove("token");

        assertThat(post(address() + "/mend", form).statusCode()).isEqualTo(403);
        assertThat(Files.readString(file, UTF_8)).isEqualTo(TEXT);
    }

    @Test
    void nastyArticlesAndNamesArePrintedAsWords() {
        String nasty = "<script>alert(1)</script><img src=x onerror=alert(2)>";
        workspace.write(
                "articles/\"><script>alert(3)<.txt".replace("/\"", "/'\""),
                nasty + "\n" + nasty
                        + " est ce que dit la phrase, et rien de plus ne s’y trouve.\n${1+1} <#assign x=1>\n");

        Document list = page("/articles");
        Document page = page(address() + "?line=1");

        assertThat(list.select("main script, main img, [onerror]")).isEmpty();
        assertThat(page.select("main script, main img, [onerror]")).isEmpty();
        assertThat(page.text()).contains("${1+1}");
        Document frame =
                Jsoup.parse(visitor.get(page.select("iframe").attr("src")).body());
        assertThat(frame.select("script, [onerror]")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/articles/x", "/articles/..%2F..%2Fetc%2Fpasswd", "/articles/x/html", "/articles/x/parts/y"})
    void whatIsNotListedIsNotThere(String path) {
        assertThat(visitor.get(path).statusCode()).isBetween(400, 404);
    }

    private String address() {
        return page("/articles").select(".articles a").attr("href").replaceFirst("\\?.*", "");
    }

    private String token() {
        workspace.write("articles/b.txt", TEXT);
        String other = page("/articles").select(".articles a:contains(Réservé)").attr("href");
        return page(other + "&line=1").select("form.mend input[name=token]").attr("value");
    }

    private static Map<String, String> form(Document page) {
        return new TreeMap<>(page.select("form.mend input[type=hidden]").stream()
                .collect(Collectors.toMap(each -> each.attr("name"), each -> each.attr("value"))));
    }

    private HttpResponse<String> mend(String address, Map<String, String> said) {
        String line = said.getOrDefault("line", "0");
        Document page = page(address + "?line=" + line);
        Map<String, String> form = new TreeMap<>(page.select(".mend input, .keys input").stream()
                .collect(Collectors.toMap(
                        each -> each.attr("name"), each -> each.attr("value"), (first, second) -> first)));
        form.keySet().retainAll(List.of("token", "checksum", "newsletter"));
        form.putAll(said);
        return post(address + "/mend", form);
    }

    private HttpResponse<String> post(String path, Map<String, String> form) {
        String body = form.entrySet().stream()
                .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
        return visitor.post(path, "application/x-www-form-urlencoded", body);
    }
}

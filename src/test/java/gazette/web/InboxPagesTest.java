package gazette.web;

import static org.assertj.core.api.Assertions.assertThat;

import gazette.render.Pages;
import gazette.sink.Sink;
import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.ZoneId;
import java.util.List;
import java.util.Properties;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class InboxPagesTest {
    private static final byte[] PICTURE = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10};

    private Sink sink;
    private WebServer server;
    private Visitor visitor;

    @BeforeEach
    void start() {
        sink = Sink.start("127.0.0.1", 0, 0);
        Pages pages = new Pages();
        server = WebServer.start(
                "127.0.0.1",
                0,
                URI.create("http://127.0.0.1"),
                pages,
                List.of(new InboxPages(pages, sink, ZoneId.of("Europe/Paris"))));
        visitor = new Visitor(server.port());
    }

    @AfterEach
    void stop() {
        server.close();
        sink.close();
    }

    @Test
    void anEmptyInboxSaysWhereToSendAndLooksAgain() {
        Document page = Jsoup.parse(visitor.get("/", "fr").body());

        assertThat(page.select("meta[http-equiv=refresh]").attr("content")).isEqualTo("2");
        assertThat(page.text()).contains("Aucun message", "smtp://127.0.0.1:" + sink.smtpPort());
    }

    @Test
    void theListShowsWhoWhatAndHowLargeAndStaysStill() throws MessagingException {
        send("L’été <script>alert(1)</script>", "<p>Bonjour</p>");

        Document page = Jsoup.parse(visitor.get("/", "fr").body());

        assertThat(page.select("meta[http-equiv=refresh], script")).isEmpty();
        assertThat(page.select(".subject").text()).isEqualTo("L’été <script>alert(1)</script>");
        assertThat(page.select(".to").text()).isEqualTo("À reader-1@example.org");
        assertThat(page.select(".size").text()).matches("\\d,\\d\\hko");
        assertThat(page.select(".messages a").attr("href"))
                .isEqualTo("/messages/" + sink.messages().get(0).id());
    }

    @Test
    void aMessageIsShownInAFrameThatRunsNothing() throws MessagingException {
        send(
                "Été",
                "<html><head><title>x</title></head><body><script>alert(1)</script><img src=\"cid:une@x\"></body></html>");
        String path = "/messages/" + sink.messages().get(0).id();

        Document page = Jsoup.parse(visitor.get(path).body());
        HttpResponse<String> html = visitor.get(path + "/html");

        assertThat(page.select("iframe").attr("sandbox"))
                .isEqualTo("allow-same-origin allow-popups allow-popups-to-escape-sandbox");
        assertThat(page.select("iframe").attr("src")).isEqualTo(path + "/html");
        assertThat(page.select("iframe").attr("title")).isNotEmpty();
        assertThat(html.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy)
                        .contains(
                                "default-src 'none'",
                                "img-src 'self' data:",
                                "form-action 'none'",
                                "sandbox allow-same")
                        .doesNotContain("allow-scripts", "script-src", "https:"));
        assertThat(html.body()).contains("<base target=\"_blank\">", "src=\"" + path + "/parts/une%40x\"");
        HttpResponse<byte[]> picture = visitor.octets(path + "/parts/une%40x");
        assertThat(picture.body()).isEqualTo(PICTURE);
        assertThat(picture.headers().firstValue("Content-Type")).contains("image/png");
    }

    @ParameterizedTest
    @CsvSource({"phone, Phone", "desktop, Desktop", "text, Text", "headers, Headers", "source, Source"})
    void eachViewHasATabAndAnAddress(String view, String name) throws MessagingException {
        send("Été", "<p>Bonjour</p>");
        String path = "/messages/" + sink.messages().get(0).id();

        Document page = Jsoup.parse(visitor.get(path + "?view=" + view).body());

        assertThat(page.select(".tabs a")).hasSize(5);
        assertThat(page.select(".tabs a[aria-current=page]").text()).isEqualTo(name);
    }

    @Test
    void textHeadersAndSourceAreShownAsTheyCame() throws MessagingException {
        send("Été", "<p>Bonjour</p>");
        String path = "/messages/" + sink.messages().get(0).id();

        assertThat(Jsoup.parse(visitor.get(path + "?view=text").body())
                        .select("pre")
                        .text())
                .isEqualTo("Bonjour à tous");
        assertThat(Jsoup.parse(visitor.get(path + "?view=headers").body())
                        .select(".headers tr:contains(Subject) td")
                        .text())
                .isEqualTo("=?UTF-8?B?w4l0w6k=?=");
        assertThat(Jsoup.parse(visitor.get(path + "?view=source").body())
                        .select("pre")
                        .text())
                .contains("Content-ID: <une@x>");
        assertThat(Jsoup.parse(visitor.get(path + "?view=%3Cx%3E").body()).select("iframe"))
                .hasSize(1);
    }

    @Test
    void aPartThatIsNoPictureIsNotServed() throws MessagingException {
        send("Été", "<p>Bonjour</p>");
        String path = "/messages/" + sink.messages().get(0).id();

        assertThat(visitor.get(path + "/parts/page%40x").statusCode()).isEqualTo(404);
        assertThat(visitor.get(path + "/parts/none").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/messages/x", "/messages/x/html", "/messages/x/parts/y", "/messages/..%2F..%2Fetc", "/messages/"
            })
    void whatWasNeverCaughtIsNotThere(String path) {
        assertThat(visitor.get(path).statusCode()).isBetween(400, 404);
    }

    private void send(String subject, String html) throws MessagingException {
        Properties words = new Properties();
        words.setProperty("mail.smtp.host", "127.0.0.1");
        words.setProperty("mail.smtp.port", Integer.toString(sink.smtpPort()));
        words.setProperty("mail.smtp.localhost", "localhost");
        MimeMessage message = new MimeMessage(Session.getInstance(words));
        message.setFrom("lettre@example.org");
        message.setRecipients(Message.RecipientType.TO, "reader-1@example.org");
        message.setSubject(subject, "UTF-8");
        MimeBodyPart text = new MimeBodyPart();
        text.setText("Bonjour à tous", "UTF-8");
        MimeBodyPart page = new MimeBodyPart();
        page.setContent(html, "text/html; charset=UTF-8");
        message.setContent(new MimeMultipart(
                "related", text, page, part("image/png", "<une@x>"), part("image/svg+xml", "<page@x>")));
        Transport.send(message);
    }

    private static MimeBodyPart part(String type, String contentId) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(new ByteArrayDataSource(PICTURE, type)));
        part.setHeader("Content-ID", contentId);
        return part;
    }
}

package gazette.check;

import java.nio.charset.StandardCharsets;

/** Messages of one HTML part, for rules that look at nothing else. */
final class HtmlMail {
    private HtmlMail() {}

    /** A message whose HTML part is {@code html}, line by line. */
    static Specimen of(String html) {
        String message = "MIME-Version: 1.0\r\nContent-Type: text/html; charset=utf-8\r\n"
                + "Content-Transfer-Encoding: 8bit\r\n\r\n" + html.replace("\n", "\r\n");
        return Specimen.ofFile("message.eml", message.getBytes(StandardCharsets.UTF_8));
    }
}

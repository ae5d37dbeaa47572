package gazette.feed;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The charset that a name means, however it is spelt: the one that browsers read it as, which holds more characters. */
final class CharsetName {
    private static final Map<String, String> MEANT = Map.ofEntries(
            Map.entry("gb2312", "GB18030"),
            Map.entry("gbk", "GB18030"),
            Map.entry("gb-2312-80", "GB18030"),
            Map.entry("x-gbk", "GB18030"),
            Map.entry("cp936", "GB18030"),
            Map.entry("euc-cn", "GB18030"),
            Map.entry("shift-jis", "windows-31j"),
            Map.entry("shiftjis", "windows-31j"),
            Map.entry("sjis", "windows-31j"),
            Map.entry("x-sjis", "windows-31j"),
            Map.entry("ms932", "windows-31j"),
            Map.entry("ks-c-5601-1987", "x-windows-949"),
            Map.entry("ks-c-5601", "x-windows-949"),
            Map.entry("ksc5601", "x-windows-949"),
            Map.entry("euc-kr", "x-windows-949"),
            Map.entry("euckr", "x-windows-949"),
            Map.entry("big5", "Big5-HKSCS"),
            Map.entry("iso-8859-9", "windows-1254"),
            Map.entry("latin5", "windows-1254"),
            Map.entry("iso-8859-11", "x-windows-874"),
            Map.entry("tis-620", "x-windows-874"),
            Map.entry("iso-8859-8-i", "ISO-8859-8"),
            Map.entry("iso-8859-14", "ISO-8859-14"),
            Map.entry("ansi", "windows-1252"),
            Map.entry("x-ansi", "windows-1252"),
            Map.entry("latin-1", "ISO-8859-1"),
            Map.entry("iso-latin-1", "ISO-8859-1"),
            Map.entry("western", "ISO-8859-1"),
            Map.entry("ascii", "US-ASCII"),
            Map.entry("mac", "x-MacRoman"),
            Map.entry("macintosh", "x-MacRoman"),
            Map.entry("macroman", "x-MacRoman"),
            Map.entry("unicode", "UTF-16"),
            Map.entry("ucs-2", "UTF-16"),
            Map.entry("iso-10646-ucs-2", "UTF-16"),
            Map.entry("ucs-4", "UTF-32"),
            Map.entry("iso-10646-ucs-4", "UTF-32"),
            Map.entry("csucs4", "UTF-32"),
            Map.entry("u8", "UTF-8"),
            Map.entry("u16", "UTF-16"),
            Map.entry("u32", "UTF-32"),
            Map.entry("unicode-1-1-utf-8", "UTF-8"),
            Map.entry("cp65001", "UTF-8"));

    private static final Pattern UTF = Pattern.compile("(?:x-)?utf-?(8|16|32)-?([bl]e)?.*");
    private static final Pattern ISO = Pattern.compile("iso-?8859-?(\\d{1,2})(?:-?\\D.*)?");
    private static final Pattern WINDOWS = Pattern.compile("(?:x-)?(?:windows|win|cp|ms)-?(125\\d|874)");
    private static final Pattern OF_IBM = Pattern.compile("(?:cp|ibm|dos)-?(\\d{2,4})");

    private CharsetName() {}

    /** The charset of this name; empty when there is none, here or anywhere. */
    static Optional<Charset> read(String name) {
        String plain =
                name.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s_]+", "-").replaceAll("[^a-z0-9.:+-]", "");
        return Stream.concat(
                        Optional.ofNullable(MEANT.get(plain)).stream(),
                        Stream.of(
                                        spelt(
                                                UTF,
                                                plain,
                                                utf -> "UTF-" + utf.group(1)
                                                        + (utf.group(2) == null ? "" : utf.group(2))),
                                        spelt(
                                                ISO,
                                                plain,
                                                iso -> MEANT.getOrDefault(
                                                        "iso-8859-" + iso.group(1), "ISO-8859-" + iso.group(1))),
                                        spelt(WINDOWS, plain, windows -> "windows-" + windows.group(1)),
                                        List.of(plain, name.strip()),
                                        spelt(OF_IBM, plain, ibm -> "IBM" + ibm.group(1)))
                                .flatMap(List::stream))
                .flatMap(spelling -> supported(spelling).stream())
                .findFirst();
    }

    private interface Spelling {
        String of(MatchResult name);
    }

    private static List<String> spelt(Pattern pattern, String name, Spelling spelling) {
        return pattern.matcher(name)
                .results()
                .filter(found -> found.start() == 0 && found.end() == name.length())
                .map(spelling::of)
                .toList();
    }

    private static Optional<Charset> supported(String name) {
        try {
            return Optional.of(Charset.forName(name));
        } catch (IllegalArgumentException noCharset) {
            return Optional.empty();
        }
    }
}

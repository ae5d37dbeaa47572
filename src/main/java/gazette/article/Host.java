package gazette.article;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The host of an address, as browsers understand what is written there. */
final class Host {
    private static final Pattern NAME = Pattern.compile("[a-z0-9_-]+(?:\\.[a-z0-9_-]+)*\\.?");
    private static final Pattern SIX = Pattern.compile("\\[[0-9a-f:.]+]");
    private static final Pattern PORT = Pattern.compile(":([0-9]{0,9})$");
    private static final Pattern ENDS_IN_NUMBER = Pattern.compile("(?:.*\\.)?(?:[0-9]+|0x[0-9a-f]*)\\.?");
    private static final int LAST_PORT = 65_535;

    private Host() {}

    /** The host, and its port when that is not the scheme's own; empty when no browser would go there. */
    static Optional<String> read(String scheme, String authority) {
        String place = authority.substring(authority.lastIndexOf('@') + 1);
        var port = PORT.matcher(place);
        int number = -1;
        if (port.find()) {
            number = port.group(1).isEmpty() ? -1 : Integer.parseInt(port.group(1));
            place = place.substring(0, port.start());
        }
        if (number > LAST_PORT) {
            return Optional.empty();
        }
        boolean isOwn = number < 0 || number == (scheme.equals("http") ? 80 : 443);
        String shown = isOwn ? "" : ":" + number;
        return name(place).map(name -> name + shown);
    }

    private static Optional<String> name(String place) {
        if (SIX.matcher(place.toLowerCase(Locale.ROOT)).matches()) {
            return Optional.of(place.toLowerCase(Locale.ROOT));
        }
        Optional<String> name = ascii(decoded(place));
        if (name.isPresent() && ENDS_IN_NUMBER.matcher(name.get()).matches()) {
            return four(name.get());
        }
        return name.filter(found -> NAME.matcher(found).matches());
    }

    /** In A-labels: RFC 5891 section 4.4, by the older tables of RFC 3490 section 4.1 that come with Java. */
    private static Optional<String> ascii(String name) {
        try {
            return Optional.of(IDN.toASCII(name, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT));
        } catch (IllegalArgumentException | IndexOutOfBoundsException noHost) {
            return Optional.empty();
        }
    }

    private static String decoded(String place) {
        if (place.indexOf('%') < 0) {
            return place;
        }
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        for (int i = 0; i < place.length(); i++) {
            int high = i + 2 < place.length() ? Character.digit(place.charAt(i + 1), 16) : -1;
            int low = i + 2 < place.length() ? Character.digit(place.charAt(i + 2), 16) : -1;
            if (place.charAt(i) == '%' && high >= 0 && low >= 0) {
                octets.write(high * 16 + low);
                i += 2;
            } else {
                octets.writeBytes(String.valueOf(place.charAt(i)).getBytes(UTF_8));
            }
        }
        return octets.toString(UTF_8);
    }

    /** {@code 0x7f.1} and {@code 2130706433} are 127.0.0.1, to browsers and so to us. */
    private static Optional<String> four(String name) {
        String[] parts = name.replaceFirst("\\.$", "").split("\\.", -1);
        if (parts.length > 4) {
            return Optional.empty();
        }
        long address = 0;
        for (int i = 0; i < parts.length; i++) {
            boolean last = i == parts.length - 1;
            long part = number(parts[i]);
            long room = last ? 1L << (8 * (5 - parts.length)) : 256;
            if (part < 0 || part >= room) {
                return Optional.empty();
            }
            address += last ? part : part << (8 * (3 - i));
        }
        return Optional.of(
                (address >> 24) + "." + (address >> 16 & 255) + "." + (address >> 8 & 255) + "." + (address & 255));
    }

    /** Decimal, octal behind {@code 0} or hexadecimal behind {@code 0x}; -1 for none. */
    private static long number(String part) {
        try {
            if (part.startsWith("0x")) {
                return part.length() == 2 ? 0 : Long.parseUnsignedLong(part.substring(2), 16);
            }
            boolean octal = part.length() > 1 && part.startsWith("0");
            return part.matches("[0-9]+") ? Long.parseLong(part, octal ? 8 : 10) : -1;
        } catch (NumberFormatException tooLong) {
            return -1;
        }
    }
}

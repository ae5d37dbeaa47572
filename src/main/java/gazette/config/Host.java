package gazette.config;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names of machines, as settings and addresses of the web have them. */
final class Host {
    private static final Pattern IPV6 = Pattern.compile("\\[?([0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*)]?");
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}]([\\p{L}\\p{N}_.-]*[\\p{L}\\p{N}])?\\.?");

    /**
     * A machine and a port.
     *
     * @param host an IPv6 address without its brackets
     */
    record Port(String host, int port) {}

    private static final Pattern HOST_AND_PORT = Pattern.compile("(\\[[^\\[\\]]*]|[^:\\[\\]]*):(\\d{1,5})");

    private Host() {}

    /** A name or a number, an IPv6 number without its brackets. */
    static Fit<String> name(String text) {
        Matcher six = IPV6.matcher(text);
        if (six.matches()) {
            return Fit.of(six.group(1));
        }
        if (text.matches("[^:]+:\\d+")) {
            return Fit.not("give the host alone; the port is a setting of its own");
        }
        return NAME.matcher(text).matches()
                ? Fit.of(text)
                : Fit.not("give the name of a machine, such as smtp.example.org");
    }

    /** {@code 127.0.0.1:8025} or {@code [::1]:8025}. */
    static Fit<Port> withPort(String text) {
        Matcher parts = HOST_AND_PORT.matcher(text);
        if (parts.matches() && Integer.parseInt(parts.group(2)) <= 65_535) {
            Fit<String> host = name(parts.group(1));
            if (host.value().isPresent()) {
                return Fit.of(new Port(host.value().get(), Integer.parseInt(parts.group(2))));
            }
        }
        return Fit.not("give a host and a port, such as 127.0.0.1:8025");
    }
}

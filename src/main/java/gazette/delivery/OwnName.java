package gazette.delivery;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/** What we call ourselves in EHLO (RFC 5321 section 4.1.1.1). */
final class OwnName {
    private static final Pattern FULLY_QUALIFIED =
            Pattern.compile("(?i)([a-z0-9]([a-z0-9-]*[a-z0-9])?\\.)+[a-z]([a-z0-9-]*[a-z0-9])?");
    private static final Pattern MEANS_NOTHING_ELSEWHERE =
            Pattern.compile("(?i).*\\.(localdomain|local|localhost|internal|lan|home)");

    private OwnName() {}

    /**
     * The machine's name if it is one that others could know, else {@code local} as an address literal
     * (RFC 5321 section 4.1.3): a bare «localhost» is what many servers refuse.
     *
     * @param local our end of the connection
     */
    static String towards(InetAddress local) {
        if (!local.isLoopbackAddress()) {
            try {
                String name = InetAddress.getLocalHost().getHostName();
                if (FULLY_QUALIFIED.matcher(name).matches()
                        && !MEANS_NOTHING_ELSEWHERE.matcher(name).matches()) {
                    return name;
                }
            } catch (UnknownHostException noNameOfItsOwn) {
                return literal(local);
            }
        }
        return literal(local);
    }

    private static String literal(InetAddress local) {
        String address = local.getHostAddress();
        return local instanceof Inet6Address ? "[IPv6:" + address.replaceAll("%.*", "") + "]" : "[" + address + "]";
    }
}

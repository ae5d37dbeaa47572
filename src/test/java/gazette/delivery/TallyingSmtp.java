package gazette.delivery;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A server on the loopback that takes everything, counts the copies of each message, and misbehaves at given rates:
 * what it holds is the truth that tests compare the outbox with. A message counts once its final dot was read and it
 * was not refused, whether the reply gets through or not.
 */
public final class TallyingSmtp implements AutoCloseable {
    private static final Pattern MESSAGE_ID = Pattern.compile("(?im)^Message-ID:\\s*<([^>]*)>");

    /**
     * How often something goes wrong, from 0 to 1 per message, drawn by {@code seed} and the connection's number.
     *
     * @param dropBefore the connection is cut when content has begun
     * @param dropAfter the connection is cut after the final dot: the message counts, its reply never comes
     * @param closing 421 to MAIL
     * @param busy 450 to RCPT
     * @param unknown 550 to RCPT
     */
    public record Faults(long seed, double dropBefore, double dropAfter, double closing, double busy, double unknown) {
        /** Nothing goes wrong. */
        public static final Faults NONE = new Faults(0, 0, 0, 0, 0, 0);
    }

    /**
     * How it talks.
     *
     * @param offers what stands in the reply to EHLO
     * @param cut how often, from 0 to 1 per message, the connection is cut at some octet of what the client says
     * @param closing how often 421 comes, from 0 to 1 per command
     * @param dataToNobody whether DATA gets 354 though there is no recipient
     * @param drips whether each octet of a reply leaves in a packet of its own
     */
    public record Manners(List<String> offers, double cut, double closing, boolean dataToNobody, boolean drips) {
        /** As most servers do. */
        public static final Manners GOOD =
                new Manners(List.of("PIPELINING", "8BITMIME", "SMTPUTF8"), 0, 0, false, false);
    }

    /**
     * What arrived under one Message-ID.
     *
     * @param copies how often
     * @param digests of the octets; more than one when the copies differ
     */
    public record Arrived(String recipient, int copies, Set<String> digests) {
        private Arrived and(String digest) {
            Set<String> all = new TreeSet<>(digests);
            all.add(digest);
            return new Arrived(recipient, copies + 1, all);
        }
    }

    private final ServerSocket listening;
    private final Faults faults;
    private final Manners manners;
    private final Predicate<String> gone;
    private final Map<String, Arrived> arrived = new HashMap<>();
    private final Set<String> refused = ConcurrentHashMap.newKeySet();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicInteger dropsAfter = new AtomicInteger();
    private final AtomicInteger dropsBefore = new AtomicInteger();
    private final AtomicInteger outOfStep = new AtomicInteger();
    private final AtomicInteger toNobody = new AtomicInteger();

    /**
     * @param port 0 for any
     */
    public TallyingSmtp(int port, Faults faults) throws IOException {
        this(port, faults, Manners.GOOD);
    }

    /**
     * @param port 0 for any
     */
    public TallyingSmtp(int port, Faults faults, Manners manners) throws IOException {
        this(port, faults, manners, address -> false);
    }

    /**
     * @param gone whom it refuses besides with 550
     */
    TallyingSmtp(int port, Faults faults, Manners manners, Predicate<String> gone) throws IOException {
        this.faults = faults;
        this.manners = manners;
        this.gone = gone;
        this.listening = new ServerSocket(port, 100, InetAddress.getLoopbackAddress());
        daemon(this::accept);
    }

    public int port() {
        return listening.getLocalPort();
    }

    /** What arrived, by Message-ID. */
    public Map<String, Arrived> arrived() {
        synchronized (arrived) {
            return new TreeMap<>(arrived);
        }
    }

    /** The recipients that were refused with 550. */
    public Set<String> refused() {
        return new TreeSet<>(refused);
    }

    /** How many messages were taken whose reply was not sent. */
    public int dropsAfter() {
        return dropsAfter.get();
    }

    /** How many commands came where they may not. */
    public int outOfStep() {
        return outOfStep.get();
    }

    /** How many messages had no recipient and ended in a dot alone. */
    public int toNobody() {
        return toNobody.get();
    }

    /** How many contents were cut off. */
    public int dropsBefore() {
        return dropsBefore.get();
    }

    public int connections() {
        return connections.get();
    }

    /** Stops listening and cuts every connection, as a server that dies does. */
    @Override
    public void close() throws IOException {
        listening.close();
        for (Socket socket : open) {
            cut(socket);
        }
    }

    private static void cut(Socket socket) throws IOException {
        try {
            socket.setSoLinger(true, 0);
        } catch (SocketException closedMeanwhile) {
            return;
        }
        socket.close();
    }

    /**
     * {@code port [seed dropBefore dropAfter closing busy unknown]}: prints the port, serves until its input ends, then
     * prints a line for each Message-ID: identifier, recipient, copies, how many different octets.
     */
    public static void main(String[] args) throws IOException {
        Faults faults = args.length < 7
                ? Faults.NONE
                : new Faults(
                        Long.parseLong(args[1]),
                        rate(args[2]),
                        rate(args[3]),
                        rate(args[4]),
                        rate(args[5]),
                        rate(args[6]));
        try (TallyingSmtp smtp = new TallyingSmtp(args.length == 0 ? 0 : Integer.parseInt(args[0]), faults)) {
            System.out.println(smtp.port());
            System.in.transferTo(OutputStream.nullOutputStream());
            smtp.arrived()
                    .forEach((id, a) -> System.out.println(String.join(
                            "\t",
                            id,
                            a.recipient(),
                            "" + a.copies(),
                            "" + a.digests().size())));
        }
    }

    private static double rate(String text) {
        return Double.parseDouble(text);
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket socket = listening.accept();
                open.add(socket);
                long seed = faults.seed() * 31 + connections.incrementAndGet();
                daemon(() -> serve(socket, new Random(seed)));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "tallying-smtp");
        thread.setDaemon(true);
        thread.start();
    }

    private void serve(Socket socket, Random chance) {
        try (socket) {
            socket.setTcpNoDelay(true);
            new Session(socket, chance).serve();
        } catch (IOException | UncheckedIOException clientWentAway) {
            open.remove(socket);
        }
        open.remove(socket);
    }

    private void tally(String recipient, byte[] message) {
        Matcher id =
                MESSAGE_ID.matcher(new String(message, 0, Math.min(message.length, 8192), StandardCharsets.ISO_8859_1));
        String key = id.find() ? id.group(1) : "none for " + recipient;
        synchronized (arrived) {
            arrived.put(
                    key,
                    arrived.getOrDefault(key, new Arrived(recipient, 0, Set.of()))
                            .and(digest(message)));
        }
    }

    private static String digest(byte[] octets) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(octets));
        } catch (NoSuchAlgorithmException everyJavaHasSha256) {
            throw new AssertionError(everyJavaHasSha256);
        }
    }

    /** One connection; replies to a group of commands leave together (RFC 2920 section 3.2). */
    private final class Session {
        /** A message, its commands, and some more: where a connection may be cut. */
        private static final int CUT_WITHIN = 4000;

        private final Socket socket;
        private final Random chance;
        private final InputStream in;
        private final OutputStream out;
        private String recipient = "";
        private boolean inTransaction;
        private int octetsLeft = Integer.MAX_VALUE;
        private int unanswered;

        Session(Socket socket, Random chance) throws IOException {
            this.socket = socket;
            this.chance = chance;
            this.in = new BufferedInputStream(socket.getInputStream(), 64 * 1024);
            this.out = new BufferedOutputStream(socket.getOutputStream());
        }

        void serve() throws IOException {
            say("220 tallying.example ESMTP");
            boolean on = true;
            while (on) {
                String line = line();
                on = answer(line, line.toUpperCase(Locale.ROOT));
            }
            flush();
        }

        private boolean answer(String line, String verb) throws IOException {
            if (!verb.startsWith("EHLO") && happens(manners.closing())) {
                say("421 4.3.2 closing");
                return false;
            }
            if (verb.startsWith("EHLO")) {
                sayUnflushed("250-tallying.example");
                manners.offers().forEach(offer -> sayUnflushed("250-" + offer));
                say("250 ENHANCEDSTATUSCODES");
            } else if (verb.startsWith("MAIL")) {
                return mail();
            } else if (verb.startsWith("RCPT")) {
                rcpt(line.substring(line.indexOf('<') + 1, line.lastIndexOf('>')));
            } else if (verb.startsWith("DATA")) {
                return data();
            } else if (verb.startsWith("BDAT")) {
                return chunk(Integer.parseInt(verb.split(" ")[1]));
            } else {
                inTransaction = false;
                recipient = "";
                say(verb.startsWith("QUIT") ? "221 2.0.0 bye" : "250 2.0.0 fine");
                return !verb.startsWith("QUIT") && !verb.isEmpty();
            }
            return true;
        }

        private boolean mail() throws IOException {
            if (happens(manners.cut())) {
                octetsLeft = 1 + chance.nextInt(CUT_WITHIN);
            }
            if (happens(faults.closing())) {
                say("421 4.3.2 closing");
                return false;
            }
            if (inTransaction) {
                outOfStep.incrementAndGet();
                say("503 5.5.1 one at a time");
                return true;
            }
            inTransaction = true;
            recipient = "";
            say("250 2.1.0 fine");
            return true;
        }

        private void rcpt(String address) throws IOException {
            recipient = "";
            if (happens(faults.busy())) {
                say("450 4.2.1 busy");
            } else if (gone.test(address) || happens(faults.unknown())) {
                refused.add(address);
                say("550 5.1.1 no such user");
            } else {
                recipient = address;
                say("250 2.1.5 fine");
            }
        }

        private boolean data() throws IOException {
            if (recipient.isEmpty() && !manners.dataToNobody()) {
                say("503 5.5.1 no recipient");
                return true;
            }
            say("354 go on");
            flush();
            if (happens(faults.dropBefore())) {
                octet();
                return cutBefore();
            }
            byte[] message = content();
            if (recipient.isEmpty()) {
                toNobody.addAndGet(message.length == 0 ? 1 : 0);
                outOfStep.addAndGet(message.length == 0 ? 0 : 1);
                inTransaction = false;
                say("554 5.5.1 no recipient");
                return true;
            }
            return take(message);
        }

        private boolean chunk(int octets) throws IOException {
            boolean cut = happens(faults.dropBefore());
            byte[] message = new byte[octets];
            for (int i = 0; i < octets; i++) {
                message[i] = (byte) octet();
                if (cut) {
                    return cutBefore();
                }
            }
            if (recipient.isEmpty()) {
                say("503 5.5.1 no recipient");
                return true;
            }
            return take(message);
        }

        private boolean take(byte[] message) throws IOException {
            if (happens(manners.closing())) {
                say("421 4.3.2 closing");
                return false;
            }
            inTransaction = false;
            tally(recipient, message);
            unanswered++;
            if (happens(faults.dropAfter())) {
                return cut();
            }
            say("250 2.0.0 taken");
            return true;
        }

        private byte[] content() throws IOException {
            ByteArrayOutputStream message = new ByteArrayOutputStream(64 * 1024);
            byte[] line = octets();
            while (!(line.length == 3 && line[0] == '.')) {
                message.write(line, line[0] == '.' ? 1 : 0, line.length - (line[0] == '.' ? 1 : 0));
                line = octets();
            }
            return message.toByteArray();
        }

        private boolean cutBefore() throws IOException {
            dropsBefore.incrementAndGet();
            return cut();
        }

        private boolean cut() throws IOException {
            dropsAfter.addAndGet(unanswered);
            unanswered = 0;
            socket.setSoLinger(true, 0);
            socket.close();
            return false;
        }

        private boolean happens(double rate) {
            return rate > 0 && chance.nextDouble() < rate;
        }

        private void say(String reply) throws IOException {
            sayUnflushed(reply);
            if (in.available() == 0) {
                flush();
            }
        }

        private void sayUnflushed(String reply) {
            try {
                for (byte octet : (reply + "\r\n").getBytes(StandardCharsets.US_ASCII)) {
                    out.write(octet);
                    if (manners.drips()) {
                        out.flush();
                    }
                }
            } catch (IOException clientWentAway) {
                throw new UncheckedIOException(clientWentAway);
            }
        }

        private void flush() throws IOException {
            if (socket.isClosed()) {
                return;
            }
            out.flush();
            unanswered = 0;
        }

        private String line() throws IOException {
            return new String(octets(), StandardCharsets.UTF_8).stripTrailing();
        }

        /** A line with its end; throws when the client is gone. */
        private byte[] octets() throws IOException {
            ByteArrayOutputStream line = new ByteArrayOutputStream(128);
            int octet;
            do {
                octet = octet();
                line.write(octet);
            } while (octet != '\n');
            return line.toByteArray();
        }

        private int octet() throws IOException {
            if (--octetsLeft < 0) {
                cut();
            }
            int octet = in.read();
            if (octet < 0) {
                throw new IOException("the client went away");
            }
            return octet;
        }
    }
}

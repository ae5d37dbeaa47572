import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.SocketFactory;
import org.simplejavamail.api.email.Email;
import org.simplejavamail.api.mailer.Mailer;
import org.simplejavamail.api.mailer.config.TransportStrategy;
import org.simplejavamail.email.EmailBuilder;
import org.simplejavamail.mailer.MailerBuilder;

/**
 * {@code (angus|simplejavamail) LETTER PORT CONNECTIONS WARM-UP MESSAGES}: a message of its own for each reader, by a
 * MimeMessage through Angus or by Simple Java Mail with its pool of connections. Prints how many messages were taken in
 * the measured part, the seconds, and the seconds of processor time.
 */
public final class JavaPeers {
    private static final Pattern FIELD = Pattern.compile("@@([a-z]+)@@");

    private interface Sender extends AutoCloseable {
        void send(Map<String, String> reader) throws Exception;

        @Override
        void close() throws MessagingException;
    }

    private final String html;
    private final String text;
    private final String subject;
    private final List<String> names;
    private final List<String> readers;
    private final int port;

    private JavaPeers(Path letter, int port) throws IOException {
        this.html = Files.readString(letter.resolve("html"));
        this.text = Files.readString(letter.resolve("text"));
        this.subject = Files.readString(letter.resolve("subject"));
        List<String> rows = Files.readAllLines(letter.resolve("readers.tsv"));
        this.names = List.of(rows.get(0).split("\t"));
        this.readers = rows.subList(1, rows.size());
        this.port = port;
    }

    public static void main(String[] args) throws Exception {
        JavaPeers peers = new JavaPeers(Path.of(args[1]), Integer.parseInt(args[2]));
        int connections = Integer.parseInt(args[3]);
        List<Sender> senders = new ArrayList<>();
        if (args[0].equals("angus")) {
            for (int i = 0; i < connections; i++) {
                senders.add(peers.angus());
            }
        } else {
            Mailer mailer = peers.simpleJavaMail(connections);
            for (int i = 0; i < connections; i++) {
                senders.add(peers.through(mailer));
            }
        }
        ExecutorService threads = Executors.newFixedThreadPool(connections);
        int warmUp = Integer.parseInt(args[4]);
        peers.send(threads, senders, 0, warmUp);
        var system = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long cpu = system.getProcessCpuTime();
        long begun = System.nanoTime();
        int taken = peers.send(threads, senders, warmUp, Integer.parseInt(args[5]));
        double seconds = (System.nanoTime() - begun) / 1e9;
        System.out.printf(Locale.ROOT, "%d %.3f %.3f%n", taken, seconds, (system.getProcessCpuTime() - cpu) / 1e9);
        System.exit(0);
    }

    private int send(ExecutorService threads, List<Sender> senders, int from, int count)
            throws InterruptedException, ExecutionException {
        AtomicInteger next = new AtomicInteger(from);
        AtomicInteger taken = new AtomicInteger();
        List<Future<?>> all = new ArrayList<>();
        for (Sender sender : senders) {
            all.add(threads.submit(() -> {
                for (int n = next.getAndIncrement(); n < from + count; n = next.getAndIncrement()) {
                    sender.send(reader(n));
                    taken.incrementAndGet();
                }
                return null;
            }));
        }
        for (Future<?> one : all) {
            one.get();
        }
        return taken.get();
    }

    private Map<String, String> reader(int n) {
        String[] values = readers.get(n % readers.size()).split("\t");
        Map<String, String> reader = new HashMap<>();
        for (int i = 0; i < values.length; i++) {
            reader.put(names.get(i), values[i]);
        }
        return reader;
    }

    private static String filled(String words, Map<String, String> reader) {
        return FIELD.matcher(words).replaceAll(field -> Matcher.quoteReplacement(reader.get(field.group(1))));
    }

    private Sender angus() throws MessagingException {
        Properties properties = new Properties();
        properties.setProperty("mail.smtp.host", "127.0.0.1");
        properties.setProperty("mail.smtp.port", String.valueOf(port));
        properties.put("mail.smtp.socketFactory", new NoDelay());
        Session session = Session.getInstance(properties);
        Transport transport = session.getTransport("smtp");
        transport.connect();
        return new Sender() {
            @Override
            public void send(Map<String, String> reader) throws MessagingException {
                MimeMessage message = message(session, reader);
                transport.sendMessage(message, message.getAllRecipients());
            }

            @Override
            public void close() throws MessagingException {
                transport.close();
            }
        };
    }

    private MimeMessage message(Session session, Map<String, String> reader) throws MessagingException {
        MimeMessage message = new MimeMessage(session);
        message.setFrom(new InternetAddress("La Gazette <lettre@example.org>"));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(reader.get("address")));
        message.setSubject(filled(subject, reader), "UTF-8");
        message.setHeader("List-Unsubscribe", "<" + reader.get("unsubscribe") + ">");
        message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        message.setHeader("Precedence", "bulk");
        MimeBodyPart plain = new MimeBodyPart();
        plain.setText(filled(text, reader), "UTF-8");
        plain.setHeader("Content-Transfer-Encoding", "quoted-printable");
        MimeBodyPart page = new MimeBodyPart();
        page.setText(filled(html, reader), "UTF-8", "html");
        page.setHeader("Content-Transfer-Encoding", "quoted-printable");
        message.setContent(new MimeMultipart("alternative", plain, page));
        message.saveChanges();
        return message;
    }

    private Mailer simpleJavaMail(int connections) {
        return MailerBuilder.withSMTPServer("127.0.0.1", port)
                .withTransportStrategy(TransportStrategy.SMTP)
                .withProperty("mail.smtp.socketFactory.class", NoDelay.class.getName())
                .withConnectionPoolCoreSize(connections)
                .withConnectionPoolMaxSize(connections)
                .buildMailer();
    }

    private Sender through(Mailer mailer) {
        return new Sender() {
            @Override
            public void send(Map<String, String> reader) throws Exception {
                Email email = EmailBuilder.startingBlank()
                        .from("La Gazette", "lettre@example.org")
                        .to(reader.get("address"))
                        .withSubject(filled(subject, reader))
                        .withHeader("List-Unsubscribe", "<" + reader.get("unsubscribe") + ">")
                        .withHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click")
                        .withHeader("Precedence", "bulk")
                        .withPlainText(filled(text, reader))
                        .withHTMLText(filled(html, reader))
                        .buildEmail();
                mailer.sendMail(email, false).get();
            }

            @Override
            public void close() {}
        };
    }

    /** Plain sockets that do not wait for Nagle's algorithm: Angus never asks for that. */
    public static final class NoDelay extends SocketFactory {
        public static SocketFactory getDefault() {
            return new NoDelay();
        }

        private static Socket quick(Socket socket) throws IOException {
            socket.setTcpNoDelay(true);
            return socket;
        }

        @Override
        public Socket createSocket() throws IOException {
            return quick(SocketFactory.getDefault().createSocket());
        }

        @Override
        public Socket createSocket(String host, int port) throws IOException {
            return quick(new Socket(host, port));
        }

        @Override
        public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
            return quick(new Socket(host, port, local, localPort));
        }

        @Override
        public Socket createSocket(InetAddress host, int port) throws IOException {
            return quick(new Socket(host, port));
        }

        @Override
        public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
            return quick(new Socket(host, port, local, localPort));
        }
    }
}

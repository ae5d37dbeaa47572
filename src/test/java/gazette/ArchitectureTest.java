package gazette;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URL;
import java.net.URLConnection;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The shape of the house: which package may use which, and which library enters by which door. */
final class ArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("gazette");

    /** A package and all that it may use. A new arrow is a design decision, made here. */
    private static final Map<String, Set<String>> MAY_USE = Map.ofEntries(
            Map.entry("mail", Set.of()),
            Map.entry("article", Set.of()),
            Map.entry("dkim", Set.of("mail")),
            Map.entry("markup", Set.of("article")),
            Map.entry("text", Set.of("picture", "edition", "markup", "article", "mail")),
            Map.entry("feed", Set.of("markup", "article")),
            Map.entry("fetch", Set.of("article")),
            Map.entry("pickup", Set.of("fetch", "feed", "text", "article")),
            Map.entry("picture", Set.of("fetch", "edition", "article", "mail")),
            Map.entry("subscriber", Set.of("mail")),
            Map.entry("edition", Set.of("article", "mail")),
            Map.entry("render", Set.of("edition", "article", "subscriber", "mail")),
            Map.entry("delivery", Set.of("dkim", "render", "edition", "article", "subscriber", "mail")),
            Map.entry(
                    "digest",
                    Set.of("delivery", "render", "picture", "edition", "pickup", "article", "subscriber", "mail")),
            Map.entry("store", Set.of("delivery", "edition", "pickup", "article", "subscriber", "mail")),
            Map.entry(
                    "check",
                    Set.of("dkim", "delivery", "render", "edition", "pickup", "article", "subscriber", "mail")),
            Map.entry("sink", Set.of("mail")),
            Map.entry("schedule", Set.of("digest", "edition", "pickup", "article")),
            Map.entry(
                    "proof",
                    Set.of(
                            "check",
                            "dkim",
                            "digest",
                            "delivery",
                            "render",
                            "picture",
                            "edition",
                            "pickup",
                            "text",
                            "article",
                            "subscriber",
                            "config",
                            "mail")),
            Map.entry("web", Set.of("render", "edition", "subscriber", "mail")),
            Map.entry(
                    "studio",
                    Set.of(
                            "web",
                            "proof",
                            "check",
                            "dkim",
                            "digest",
                            "delivery",
                            "sink",
                            "schedule",
                            "render",
                            "picture",
                            "edition",
                            "pickup",
                            "text",
                            "article",
                            "subscriber",
                            "config",
                            "mail")),
            Map.entry("config", Set.of("dkim", "picture", "article", "edition", "subscriber", "delivery", "mail")),
            Map.entry(
                    "cli",
                    Set.of(
                            "mail",
                            "article",
                            "markup",
                            "text",
                            "feed",
                            "fetch",
                            "pickup",
                            "subscriber",
                            "edition",
                            "picture",
                            "check",
                            "render",
                            "dkim",
                            "delivery",
                            "digest",
                            "store",
                            "sink",
                            "schedule",
                            "proof",
                            "web",
                            "studio",
                            "config")));

    /** A library, by its packages, and the only packages that may see it. */
    private static final Map<String, Set<String>> DOORS = Map.ofEntries(
            Map.entry("com.sanctionco.jmail..", Set.of("mail")),
            Map.entry("org.snakeyaml..", Set.of("config", "text")),
            Map.entry("de.siegmar.fastcsv..", Set.of("subscriber")),
            Map.entry("io.github.bucket4j..", Set.of("delivery")),
            Map.entry("freemarker..", Set.of("render")),
            Map.entry("jakarta.mail..", Set.of("delivery", "sink", "check")),
            Map.entry("org.eclipse.angus..", Set.of("delivery", "sink")),
            Map.entry("com.icegreen..", Set.of("sink")),
            Map.entry("org.quartz..", Set.of("schedule")),
            Map.entry("java.sql..", Set.of("store", "schedule")),
            Map.entry("javax.sql..", Set.of("store", "schedule")),
            Map.entry("org.sqlite..", Set.of("store")),
            Map.entry("org.jdbi..", Set.of("store")),
            Map.entry("org.flywaydb..", Set.of("store")),
            Map.entry("com.zaxxer..", Set.of("store")),
            Map.entry("io.javalin..", Set.of("web", "studio")),
            Map.entry("org.eclipse.jetty..", Set.of("web")),
            Map.entry("com.fasterxml..", Set.of("feed", "cli", "check", "studio")),
            Map.entry("javax.imageio..", Set.of("picture")),
            Map.entry("java.awt..", Set.of("picture")),
            Map.entry("org.jsoup..", Set.of("markup", "feed", "check", "studio")),
            Map.entry("org.commonmark..", Set.of("text")),
            Map.entry("javax.xml..", Set.of("feed")),
            Map.entry("org.apache.hc..", Set.of("fetch")),
            Map.entry("com.github.difflib..", Set.of("proof")),
            Map.entry("picocli..", Set.of("cli")));

    @Test
    void packagesUseOnlyWhatTheTableAllows() {
        MAY_USE.forEach((from, allowed) -> {
            Set<String> forbidden = new HashSet<>(MAY_USE.keySet());
            forbidden.removeAll(allowed);
            forbidden.remove(from);
            check(noClasses()
                    .that()
                    .resideInAPackage("gazette." + from + "..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(packages(forbidden))
                    .as(from + " may use only " + allowed));
        });
    }

    @Test
    void everyPackageIsInTheTable() {
        Set<String> seen = CLASSES.stream()
                .map(JavaClass::getPackageName)
                .map(name -> name.split("\\.")[1])
                .collect(Collectors.toSet());

        assertThat(seen).isEqualTo(MAY_USE.keySet());
    }

    @Test
    void packagesAreFreeOfCycles() {
        check(slices().matching("gazette.(*)..").should().beFreeOfCycles());
    }

    @Test
    void everyLibraryStaysBehindItsDoor() {
        DOORS.forEach((library, doors) -> check(noClasses()
                .that()
                .resideOutsideOfPackages(packages(doors))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .as(library + " is seen only by " + doors)));
    }

    @Test
    void onlyOneClassOfScheduleSeesTheDatabase() {
        Set<String> seeing = CLASSES.stream()
                .filter(c -> c.getPackageName().equals("gazette.schedule"))
                .filter(c -> c.getDirectDependenciesFromSelf().stream()
                        .map(d -> d.getTargetClass().getPackageName())
                        .anyMatch(p -> p.equals("java.sql") || p.equals("javax.sql")))
                .map(c -> c.getName().replaceAll("\\$.*", ""))
                .collect(Collectors.toSet());

        assertThat(seeing).hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void timePlaceAndChanceComeFromOutside() {
        Stream.of(Instant.class, LocalDate.class, LocalTime.class, LocalDateTime.class, ZonedDateTime.class)
                .forEach(type -> check(noClasses()
                        .that()
                        .resideOutsideOfPackage("gazette.cli..")
                        .should()
                        .callMethod(type, "now")
                        .as("no " + type.getSimpleName() + ".now() outside cli")));
        check(noClasses()
                .that()
                .resideOutsideOfPackage("gazette.cli..")
                .should()
                .callMethod(ZoneId.class, "systemDefault")
                .orShould()
                .callMethod(Locale.class, "getDefault")
                .orShould()
                .callConstructor(Random.class)
                .orShould()
                .callMethod(Thread.class, "sleep", long.class));
    }

    @Test
    void parsingPackagesOpenNoConnection() {
        check(noClasses()
                .that()
                .resideInAnyPackage(packages(Set.of("article", "markup", "text", "feed")))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "java.net.http..", "javax.net..", "java.nio.channels..", "java.rmi..", "javax.naming..")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("org.jsoup.Connection")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(URLConnection.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Socket.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(URL.class));
        check(
                noClasses() // article has networks as values, and asks no name server
                        .that()
                        .resideInAnyPackage(packages(Set.of("markup", "text", "feed")))
                        .should()
                        .dependOnClassesThat()
                        .areAssignableTo(InetAddress.class));
    }

    @Test
    void onlyTheCommandLineSpeaksAndExits() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage("gazette.cli..")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .callMethod(System.class, "exit", int.class));
    }

    private static void check(ArchRule rule) {
        rule.allowEmptyShould(true).check(CLASSES);
    }

    private static String[] packages(Set<String> names) {
        return names.stream().map(name -> "gazette." + name + "..").toArray(String[]::new);
    }
}

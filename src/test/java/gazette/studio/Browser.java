package gazette.studio;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** A real Chromium without a window, until closed. For one thread. */
final class Browser implements AutoCloseable {
    private static final List<String> CHROMIUM = List.of("chromium", "chromium-browser", "google-chrome");
    private static final List<String> DRIVER = List.of("chromedriver", "chromium.chromedriver");
    private static final String AXE = resource("/axe.min.js");

    /** WCAG 2.2, levels A and AA. The mail has its own rules, and its frame runs no script. */
    private static final String AXE_RUN = """
            const done = arguments[arguments.length - 1];
            axe.run(document, {
              iframes: false,
              resultTypes: ['violations'],
              runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
            }).then((result) => done(result.violations.map((rule) =>
              rule.id + ': ' + rule.nodes.map((node) => node.html.slice(0, 160) + ' ' + node.failureSummary).join(' | '))));
            """;

    /** Selenium warns of each Chromium that is newer than itself; what is used here has been the same for years. */
    private static final Logger SELENIUM = Logger.getLogger("org.openqa.selenium");

    private final ChromeDriver driver;

    private Browser(ChromeDriver driver) {
        this.driver = driver;
    }

    /** One that is there when this returns. Where there is no Chromium, the test is left out, and says so. */
    static Browser open() {
        Optional<Path> chromium = program(CHROMIUM);
        Optional<Path> driver = program(DRIVER);
        assumeTrue(
                chromium.isPresent() && driver.isPresent(),
                "no browser to look with: install Debian's chromium and chromium-driver");
        SELENIUM.setLevel(Level.SEVERE);
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(driver.orElseThrow().toFile())
                .withLogOutput(OutputStream.nullOutputStream())
                .build();
        Browser browser = new Browser(new ChromeDriver(service, options(chromium.orElseThrow())));
        browser.appear(Sight.USUAL);
        return browser;
    }

    private static ChromeOptions options(Path chromium) {
        ChromeOptions options = new ChromeOptions();
        options.setBinary(chromium.toFile());
        options.addArguments(
                "--headless=new",
                "--no-first-run",
                "--disable-dev-shm-usage",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-search-engine-choice-screen");
        if (System.getProperty("user.name").equals("root")) {
            options.addArguments("--no-sandbox");
        }
        LoggingPreferences logging = new LoggingPreferences();
        logging.enable(LogType.BROWSER, Level.WARNING);
        options.setCapability("goog:loggingPrefs", logging);
        return options;
    }

    private static Optional<Path> program(List<String> names) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .flatMap(folder -> names.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Looks that way from the next page on. */
    void appear(Sight sight) {
        driver.executeCdpCommand("Emulation.setDeviceMetricsOverride", sight.screen());
        driver.executeCdpCommand("Emulation.setEmulatedMedia", sight.media());
        driver.executeCdpCommand("Network.enable", Map.of());
        driver.executeCdpCommand("Network.setExtraHTTPHeaders", sight.headers());
    }

    /** Pages run no script from now on. */
    void withoutScript() {
        driver.executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", true));
    }

    /** Opens a page, and what was said of the page before is forgotten. */
    void open(String address) {
        complaints();
        driver.get(address);
    }

    /** What pages complained of since the last time: errors and refused scripts, styles and connections. */
    List<String> complaints() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .map(entry -> entry.getLevel() + " " + entry.getMessage())
                .toList();
    }

    /** What of the rules for accessible pages is broken, a line a rule. */
    List<String> violations() {
        driver.manage().timeouts().scriptTimeout(Duration.ofSeconds(20));
        driver.executeScript(AXE);
        return texts(driver.executeAsyncScript(AXE_RUN));
    }

    /** What a page weighs with its style sheet and scripts, without the mail that it shows. */
    long octets() {
        return number("""
                return [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
                  .filter((entry) => entry.initiatorType !== 'iframe')
                  .reduce((sum, entry) => sum + entry.encodedBodySize, 0);
                """);
    }

    /** How many pixels of the page are to be scrolled to sideways. */
    long sideways() {
        return number("return document.scrollingElement.scrollWidth - document.documentElement.clientWidth;");
    }

    /** What Tab does not lead to, and what it leads to without a sign of being there. */
    List<String> astray() {
        return new Tour(this).astray();
    }

    /** What a function's body returns. */
    Object run(String script, Object... arguments) {
        return Objects.requireNonNullElse(driver.executeScript(script, arguments), "");
    }

    /** What a script hands to {@code arguments[0]}, its only argument, once it has it; at most half a minute later. */
    long numberLater(String script) {
        driver.manage().timeouts().scriptTimeout(Duration.ofSeconds(30));
        return ((Number) Objects.requireNonNull(driver.executeAsyncScript(script), script)).longValue();
    }

    String text(String script) {
        return String.valueOf(run(script));
    }

    long number(String script) {
        return ((Number) run(script)).longValue();
    }

    static List<String> texts(@Nullable Object list) {
        return list instanceof List<?> many ? many.stream().map(String::valueOf).toList() : List.of();
    }

    /** Presses keys, one after the other, wherever the focus is. */
    void press(CharSequence... keys) {
        new Actions(driver).sendKeys(keys).perform();
    }

    /** Presses two keys at once. */
    void press(CharSequence held, CharSequence key) {
        new Actions(driver).keyDown(held).sendKeys(key).keyUp(held).perform();
    }

    void click(String selector) {
        driver.findElement(By.cssSelector(selector)).click();
    }

    void type(String selector, CharSequence text) {
        driver.findElement(By.cssSelector(selector)).sendKeys(text);
    }

    String address() {
        return Objects.requireNonNullElse(driver.getCurrentUrl(), "");
    }

    /** Keeps a picture of the window in {@code target/pages}. */
    Path picture(String name) {
        Path file = Path.of("target", "pages", name + ".png");
        try {
            Files.createDirectories(file.getParent());
            return Files.write(file, driver.getScreenshotAs(OutputType.BYTES));
        } catch (IOException cannotKeep) {
            throw new UncheckedIOException(cannotKeep);
        }
    }

    @Override
    public void close() {
        driver.quit();
    }

    private static String resource(String name) {
        try (InputStream in = Browser.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException brokenJar) {
            throw new UncheckedIOException(brokenJar);
        }
    }
}

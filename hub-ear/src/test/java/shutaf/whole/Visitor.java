package shutaf.whole;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.ReducedMotion;

import shutaf.run.RunningHub;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/**
 * A person in front of a browser. Keeps what a person would not see: complaints of the page about
 * its content policy, findings of axe, a page that is wider than the screen.
 */
final class Visitor implements AutoCloseable {
    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");
    private static final List<String> SERIOUS = List.of("serious", "critical");
    private static final AtomicInteger PICTURES = new AtomicInteger();
    private static final Pattern POLICY = Pattern.compile("(?i)content.security.policy|refused to");

    private final RunningHub hub;
    private final Playwright playwright;
    private final Browser browser;
    private final BrowserContext context;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();
    private final List<Request> requests = new ArrayList<>();

    /**
     * Opens a browser.
     *
     * @param language he or en
     * @param width of the window in CSS pixels
     */
    Visitor(RunningHub hub, String language, int width) {
        this.hub = hub;
        playwright = Playwright.create(new Playwright.CreateOptions()
                .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        BrowserType.LaunchOptions launch = new BrowserType.LaunchOptions().setArgs(ARGUMENTS);
        Chromium.path().ifPresent(launch::setExecutablePath);
        browser = playwright.chromium().launch(launch);
        context = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(width, 844)
                .setReducedMotion(ReducedMotion.REDUCE)
                .setLocale(language.equals("he") ? "he-IL" : "en-GB"));
        page = context.newPage();
        page.onConsoleMessage(message -> {
            if (POLICY.matcher(message.text()).find()) {
                complaints.add(message.text());
            }
        });
        page.onPageError(error -> complaints.add("script error: " + error));
        page.onRequestFinished(requests::add);
    }

    /** Found once for all tests of this JVM. */
    private static final class Chromium {
        private static final Optional<Path> PATH = InstalledBrowser.find();

        static Optional<Path> path() {
            return PATH;
        }
    }

    /** Signs in at Keycloak and arrives at the person's own first page. */
    Visitor signIn(String username) {
        page.navigate(hub.web() + "/home");
        page.fill("#username", username);
        if (!page.isVisible("#password")) {
            page.click("#kc-login");
        }
        page.fill("#password", hub.password(username));
        page.click("#kc-login");
        page.waitForURL(Pattern.compile(Pattern.quote(hub.web().toString()) + ".*"));
        return this;
    }

    /** Opens a page of the hub; returns the status. */
    int open(String path) {
        Response answer = page.navigate(hub.web() + path);
        page.waitForLoadState(LoadState.NETWORKIDLE);
        return answer.status();
    }

    /** Presses a key where the cursor is and waits for what follows. */
    Visitor press(String key) {
        return arrive(() -> page.keyboard().press(key));
    }

    /** Types into a field. */
    Visitor type(String field, String text) {
        page.fill(field, text);
        return this;
    }

    /** Clicks and waits for the page that follows. */
    Visitor click(String what) {
        return arrive(() -> page.locator(what).first().click());
    }

    /** Does what leads to another page and waits for that page, past all redirects. */
    private Visitor arrive(Runnable deed) {
        page.evaluate("window.left = true");
        deed.run();
        page.waitForCondition(this::elsewhere);
        page.waitForLoadState(LoadState.NETWORKIDLE);
        return this;
    }

    private boolean elsewhere() {
        try {
            return (Boolean) page.evaluate("!window.left && document.readyState === 'complete'");
        } catch (PlaywrightException e) {
            // Between two pages there is none that could be asked.
            return false;
        }
    }

    /** Saves what a link offers. */
    Download save(String link) {
        return page.waitForDownload(() -> page.locator(link).first().click());
    }

    /** What the page says. */
    String text(String part) {
        return page.locator(part).first().innerText();
    }

    /** Where the cursor is: the id of the focused field. */
    String focused() {
        return (String) page.evaluate("document.activeElement.id");
    }

    /** The address without host. */
    String at() {
        return page.url().replace(hub.web().toString(), "");
    }

    /** The page itself, for what only one test needs. */
    Page page() {
        return page;
    }

    /** Body bytes that were sent over the line since the last call. */
    long bytesReceived() {
        long sum = List.copyOf(requests).stream()
                .mapToLong(request -> request.sizes().responseBodySize)
                .sum();
        requests.clear();
        return sum;
    }

    /** Fails on what a person would not see: see the class. */
    Visitor looksRight() {
        picture();
        List<Rule> findings = new AxeBuilder(page).analyze().getViolations();
        assertThat(findings.stream()
                        .filter(f -> SERIOUS.contains(f.getImpact()))
                        .map(f -> f.getId() + ": " + f.getNodes().getFirst().getTarget()))
                .as("axe on %s", at())
                .isEmpty();
        Object overflow = page.evaluate(
                "document.documentElement.scrollWidth - document.documentElement.clientWidth");
        assertThat(((Number) overflow).intValue())
                .as("overflow of %s", at())
                .isLessThanOrEqualTo(1);
        assertThat(complaints).as("complaints on %s", at()).isEmpty();
        return this;
    }

    /** Kept for whoever wants to see what the test saw. */
    private void picture() {
        String name = at().replaceAll("[^A-Za-z0-9]+", "-").replaceAll("^-|-$", "");
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(Path.of(
                        "target",
                        "pictures",
                        name + "-" + page.getAttribute("html", "lang") + "-"
                                + page.viewportSize().width + "-" + PICTURES.incrementAndGet()
                                + ".png")));
    }

    @Override
    public void close() {
        context.close();
        browser.close();
        playwright.close();
    }
}

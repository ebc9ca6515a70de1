package shutaf.container;

import org.assertj.core.api.Assertions;
import org.awaitility.Awaitility;
import org.hamcrest.Matcher;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.EmptyAsset;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;

import java.io.File;
import java.net.URISyntaxException;

/**
 * The EAR that Maven built, without its WARs and reports, and with this package in their place: the
 * core's very jar, seen from where the product's WARs stand.
 */
final class HubArchive {
    private HubArchive() {}

    /** To be deployed by a test of this package. */
    static EnterpriseArchive withTests() {
        WebArchive tests = ShrinkWrap.create(WebArchive.class, "tests.war")
                .addPackage(HubArchive.class.getPackage())
                .addAsWebInfResource(EmptyAsset.INSTANCE, "beans.xml")
                .addAsResource("junit-platform.properties")
                .addAsLibraries(
                        jarOf(Assertions.class), jarOf(Awaitility.class), jarOf(Matcher.class));
        return core("hub-with-tests.ear").addAsModule(tests);
    }

    /** The core alone. */
    static EnterpriseArchive core(String name) {
        File built = new File(System.getProperty("shutaf.ear"));
        return ShrinkWrap.create(ZipImporter.class, name)
                .importFrom(built, path -> isOfTheCore(path.get()))
                .as(EnterpriseArchive.class);
    }

    private static boolean isOfTheCore(String path) {
        return path.equals("/hub-ejb.jar")
                || path.startsWith("/lib/")
                || path.equals("/META-INF/jboss-deployment-structure.xml");
    }

    private static File jarOf(Class<?> type) {
        try {
            return new File(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

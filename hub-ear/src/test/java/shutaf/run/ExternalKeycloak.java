package shutaf.run;

import java.net.URI;
import java.nio.file.Path;

/** A Keycloak that somebody else runs: we do not administer it, we only say what it must hold. */
final class ExternalKeycloak {

    private final Settings settings;
    private final DataFolder data;

    ExternalKeycloak(Settings settings, DataFolder data) {
        this.settings = settings;
        this.data = data;
    }

    /**
     * Writes the realm for its administrator to import, and makes sure that it is there.
     *
     * @throws CannotStart when Keycloak does not answer or does not know the realm
     */
    void requireRealm() {
        Path file = data.path().resolve("shutaf-realm.json");
        PrivateFile.write(
                file, new Realm(settings, data.secrets()).whole().toPrettyString() + "\n");
        URI realm = URI.create(settings.keycloak() + "/realms/" + Realm.NAME);
        int status = new Http().status(realm);
        if (status == 0) {
            throw new CannotStart("No Keycloak answers at " + settings.keycloak()
                    + ". Start it, or correct " + Setting.HUB_KEYCLOAK_URL + ".");
        }
        if (status != 200) {
            throw new CannotStart("The Keycloak at " + settings.keycloak()
                    + " does not know the realm "
                    + Realm.NAME + " (" + realm + " answered " + status + "). Import " + file
                    + " there once, then start again.");
        }
    }
}

package shutaf.connectors.runtime;

import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;

/**
 * Routes start and end with their web application. A listener and not a startup EJB: with one in
 * the WAR, WildFly ties the WAR to a security domain of its own besides that of the pages' login,
 * and refuses to deploy.
 */
@WebListener
public class WithTheServer implements ServletContextListener {
    @Inject
    private Connectors connectors;

    @Override
    public void contextInitialized(ServletContextEvent event) {
        connectors.start();
    }

    @Override
    public void contextDestroyed(ServletContextEvent event) {
        connectors.stop();
    }
}

package shutaf.connectors.runtime;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;

import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.apache.camel.ServiceStatus;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;

import java.util.concurrent.TimeUnit;

/**
 * Makes, starts and stops the one Camel context of all partners. Whatever is a bean and a
 * {@link RouteBuilder} is on its way; a new partner system is a new package and nothing here.
 */
@ApplicationScoped
public class Connectors implements RoutesState {
    /** A route that works on a large file stops at its next restart point; that takes a moment. */
    private static final int STOP_SECONDS = 20;

    @Resource
    private ManagedThreadFactory threads;

    @Inject
    @Any
    private Instance<RouteBuilder> routes;

    private CamelContext context;

    void start() {
        context = new DefaultCamelContext();
        context.setApplicationContextClassLoader(Connectors.class.getClassLoader());
        context.getExecutorServiceManager().setThreadPoolFactory(new ContainerThreads(threads));
        context.getShutdownStrategy().setTimeout(STOP_SECONDS);
        context.getShutdownStrategy().setTimeUnit(TimeUnit.SECONDS);
        try {
            for (RouteBuilder route : routes) {
                context.addRoutes(route);
            }
            context.start();
        } catch (Exception e) {
            context.stop();
            throw new IllegalStateException("the partners' routes cannot start", e);
        }
    }

    void stop() {
        context.stop();
    }

    @Override
    public boolean routesUp() {
        return context.getStatus() == ServiceStatus.Started
                && context.getRoutes().stream().map(Route::getRouteId).allMatch(this::runs);
    }

    private boolean runs(String route) {
        return context.getRouteController().getRouteStatus(route) == ServiceStatus.Started;
    }
}

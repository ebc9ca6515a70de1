package shutaf.connectors.runtime;

/** Whether partners' systems can get in by their routes. */
public interface RoutesState {
    /** True when the Camel context and every route of it run. */
    boolean routesUp();
}

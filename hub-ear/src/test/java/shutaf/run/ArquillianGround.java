package shutaf.run;

import org.jboss.arquillian.config.descriptor.api.ContainerDef;
import org.jboss.arquillian.container.spi.Container;
import org.jboss.arquillian.container.spi.ContainerRegistry;
import org.jboss.arquillian.core.api.annotation.Observes;
import org.jboss.arquillian.core.spi.LoadableExtension;
import org.jboss.arquillian.test.spi.event.suite.AfterSuite;

/**
 * Lays the ground before Arquillian starts WildFly and clears it when all tests have ended.
 *
 * <p>Found by Arquillian through {@code META-INF/services}, once a test of its kind runs.
 */
public final class ArquillianGround implements LoadableExtension {

    @Override
    public void register(ExtensionBuilder builder) {
        builder.observer(Ground.class);
    }

    /** Made by Arquillian, which calls it at the events that it observes. */
    public static final class Ground {

        private ContainerGround ground;

        /** Tells the containers of arquillian.xml what can be known only now. */
        public void lay(@Observes ContainerRegistry registry) {
            ground = ContainerGround.fresh();
            for (Container<?> container : registry.getContainers()) {
                ContainerDef definition = container.getContainerConfiguration();
                ground.containerProperties().forEach(definition::property);
            }
        }

        /** After the containers were stopped. */
        public void clear(@Observes(precedence = -100) AfterSuite end) {
            ground.close();
        }
    }
}

package shutaf.connectors.runtime;

import org.apache.camel.spi.ThreadPoolProfile;
import org.apache.camel.support.DefaultThreadPoolFactory;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionHandler;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/**
 * Pools of Camel whose threads belong to the container, so that what a route calls finds its naming
 * context, class loader and transactions. The pools are Camel's own: a route that works for minutes
 * must not take the threads of the container's shared pool, which single purchases wait for.
 */
final class ContainerThreads extends DefaultThreadPoolFactory {
    private final ThreadFactory container;

    ContainerThreads(ThreadFactory container) {
        this.container = container;
    }

    @Override
    public ExecutorService newCachedThreadPool(ThreadFactory ignored) {
        return super.newCachedThreadPool(container);
    }

    @Override
    public ExecutorService newThreadPool(
            int coreSize,
            int maxSize,
            long keepAlive,
            TimeUnit unit,
            int queue,
            boolean coreTimesOut,
            RejectedExecutionHandler rejected,
            ThreadFactory ignored) {
        return super.newThreadPool(
                coreSize, maxSize, keepAlive, unit, queue, coreTimesOut, rejected, container);
    }

    @Override
    public ScheduledExecutorService newScheduledThreadPool(
            ThreadPoolProfile profile, ThreadFactory ignored) {
        return super.newScheduledThreadPool(profile, container);
    }
}

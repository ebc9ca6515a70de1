package shutaf.programme;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceContext;

import org.hibernate.cfg.Configuration;
import org.postgresql.ds.PGSimpleDataSource;

import shutaf.intake.TransactionOfItsOwn;
import shutaf.member.Member;
import shutaf.partner.Partner;
import shutaf.purchase.CustomerDays;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The core's beans wired together by their own injection points. What the container adds is done
 * here by hand: a transaction around the outermost call, in the hub's scope. Interceptors, pools
 * and timers are for the tests that run in the server.
 */
public final class Core implements TransactionOfItsOwn.Transactions {
    private static final ThreadLocal<EntityManager> CURRENT = new ThreadLocal<>();

    private static final String REPORTS = "java:/jdbc/HubReports";

    private final EntityManagerFactory factory;
    private final PGSimpleDataSource reports = new PGSimpleDataSource();
    private final Map<Class<?>, Object> beans = new HashMap<>();

    /** The core on a database that is migrated; the role is the product's own. */
    public Core(String url, String password) {
        this(url, password, url);
    }

    /** The same with reports that read from another database, a replica of the first. */
    public Core(String url, String password, String reportsUrl) {
        reports.setUrl(reportsUrl);
        reports.setUser("hub_app");
        reports.setPassword(password);
        factory = new Configuration()
                .addAnnotatedClass(Member.class)
                .addAnnotatedClass(Partner.class)
                .setProperty("jakarta.persistence.jdbc.url", url)
                .setProperty("jakarta.persistence.jdbc.user", "hub_app")
                .setProperty("jakarta.persistence.jdbc.password", password)
                .setProperty("hibernate.connection.pool_size", "40")
                .setProperty("hibernate.jdbc.time_zone", "UTC")
                .setProperty("hibernate.hbm2ddl.auto", "validate")
                .buildSessionFactory();
        replace(CustomerDays.class, new CustomerDays() {
            @Override
            public int catchUp() {
                return inTransaction(super::catchUp);
            }
        });
    }

    /** Puts a bean in place of the one that would be made. */
    synchronized void replace(Class<?> type, Object bean) {
        beans.put(type, bean);
        try {
            inject(bean);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("cannot wire " + type, e);
        }
    }

    /** The bean of that class; made with all that it needs when it is asked for first. */
    public synchronized <T> T bean(Class<T> type) {
        Object known = beans.get(type);
        if (known == null) {
            try {
                Constructor<T> constructor = type.getDeclaredConstructor();
                constructor.setAccessible(true);
                known = constructor.newInstance();
                beans.put(type, known);
                inject(known);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("cannot wire " + type, e);
            }
        }
        return type.cast(known);
    }

    /**
     * A bean of its own, not kept, with one resource of the server; all else is as usual.
     *
     * @param lookup the name under which the server has the resource
     */
    <T> T bean(Class<T> type, String lookup, Object resource) {
        try {
            Constructor<T> constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            T bean = constructor.newInstance();
            synchronized (this) {
                inject(bean);
            }
            for (Field field : type.getDeclaredFields()) {
                Resource asked = field.getAnnotation(Resource.class);
                if (asked != null && asked.lookup().equals(lookup)) {
                    field.setAccessible(true);
                    field.set(bean, resource);
                }
            }
            return bean;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot wire " + type, e);
        }
    }

    private void inject(Object bean) throws IllegalAccessException {
        inject(bean, bean.getClass());
    }

    private void inject(Object bean, Class<?> type) throws IllegalAccessException {
        if (type.getSuperclass() != Object.class) {
            inject(bean, type.getSuperclass());
        }
        for (Field field : type.getDeclaredFields()) {
            field.setAccessible(true);
            if (field.isAnnotationPresent(Inject.class)) {
                field.set(bean, bean(field.getType()));
            } else if (field.isAnnotationPresent(PersistenceContext.class)) {
                field.set(bean, currentEntityManager());
            } else if (field.isAnnotationPresent(Resource.class)
                    && field.getAnnotation(Resource.class).lookup().equals(REPORTS)) {
                field.set(bean, reports);
            }
        }
    }

    private static Object currentEntityManager() {
        return Proxy.newProxyInstance(
                Core.class.getClassLoader(),
                new Class<?>[] {EntityManager.class},
                (proxy, method, args) -> {
                    try {
                        return method.invoke(CURRENT.get(), args);
                    } catch (java.lang.reflect.InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    /**
     * Runs the call in a transaction of its own, in the hub's scope; a failure rolls back. One that
     * runs already waits, as the container would have it.
     */
    @Override
    public <T> T inTransaction(Supplier<T> call) {
        EntityManager outer = CURRENT.get();
        try (EntityManager entities = factory.createEntityManager()) {
            CURRENT.set(entities);
            entities.getTransaction().begin();
            try {
                entities.createNativeQuery("select set_config('hub.partner', '0', true)")
                        .getSingleResult();
                T result = call.get();
                entities.getTransaction().commit();
                return result;
            } finally {
                if (entities.getTransaction().isActive()) {
                    entities.getTransaction().rollback();
                }
            }
        } finally {
            CURRENT.set(outer);
        }
    }
}

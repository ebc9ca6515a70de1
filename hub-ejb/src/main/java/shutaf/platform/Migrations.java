package shutaf.platform;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceUnit;

import org.flywaydb.core.Flyway;
import org.hibernate.SessionFactory;

import java.util.Map;

import javax.sql.DataSource;

/**
 * Brings the schema up to date before anything else starts, as its owner; then Hibernate checks
 * that it fits.
 */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class Migrations {
    @Resource(lookup = "java:/jdbc/HubOwner")
    private DataSource owner;

    @PersistenceUnit(unitName = "hub")
    private EntityManagerFactory entities;

    /**
     * Runs the missing migrations and validates the mapping; a server whose schema does not fit
     * does not start.
     */
    @PostConstruct
    void bringUpToDate() {
        Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(owner)
                .locations("classpath:db/migration")
                .placeholders(Map.of("app_role", "hub_app"))
                .load()
                .migrate();
        entities.unwrap(SessionFactory.class).getSchemaManager().validateMappedObjects();
    }
}

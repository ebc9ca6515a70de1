package shutaf.platform;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;

import javax.sql.DataSource;

/**
 * Keeps a year of monthly partitions in hand; needs the owner, since the hub's own role may not
 * create tables.
 */
@ApplicationScoped
public class Upkeep {
    @Resource(lookup = "java:/jdbc/HubOwner")
    private DataSource owner;

    /** Makes the partitions that are missing until a year from that day. */
    public void partitions(LocalDate today) {
        try (Connection connection = owner.getConnection();
                PreparedStatement make =
                        connection.prepareStatement("select ensure_month_partitions(?, ?)")) {
            make.setObject(1, today.withDayOfMonth(1));
            make.setObject(2, today.plusMonths(12));
            make.execute();
        } catch (SQLException e) {
            throw new IllegalStateException("cannot make the partitions of the coming year", e);
        }
    }
}

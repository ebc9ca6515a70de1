package shutaf.crm.behind;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A question's parameters on their way into an address; those without a value are left out. */
final class Written {
    private final Map<String, String> parameters = new LinkedHashMap<>();

    /** One more parameter, as its value writes itself. */
    Written and(String name, Optional<?> value) {
        value.ifPresent(v -> parameters.put(name, v.toString()));
        return this;
    }

    /** All of them, in their order. */
    Map<String, String> all() {
        return Collections.unmodifiableMap(parameters);
    }
}

package org.liaison.architecture.permissions;

import static org.assertj.core.api.Assertions.assertThat;

import aQute.bnd.osgi.Clazz;
import aQute.bnd.osgi.Clazz.FieldDef;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.liaison.architecture.Built;
import org.liaison.platform.api.PermissionTable;
import org.liaison.platform.api.Role;

/** The permission tables as they were built: every constant of that type in a bundle of ours. */
public final class Tables {
    private Tables() {}

    static List<PermissionTable> built() throws Exception {
        List<PermissionTable> tables = new ArrayList<>();
        for (Built bundle : Built.all()) {
            for (Clazz type : bundle.classes()) {
                for (FieldDef field : type.fields().filter(Tables::holdsATable).toList()) {
                    tables.add(value(type, field));
                }
            }
        }
        assertThat(tables).extracting(PermissionTable::context).contains("platform", "registration");
        return tables;
    }

    private static boolean holdsATable(FieldDef field) {
        return field.isStatic() && field.getType().getFQN().equals(PermissionTable.class.getName());
    }

    private static PermissionTable value(Clazz type, FieldDef constant) throws ReflectiveOperationException {
        Field field = Class.forName(type.getClassName().getFQN()).getDeclaredField(constant.getName());
        field.setAccessible(true);
        return (PermissionTable) field.get(null);
    }

    public static Map<String, Map<Role, Role.Reach>> grants() throws Exception {
        Map<String, Map<Role, Role.Reach>> all = new TreeMap<>();
        built().forEach(table -> all.putAll(table.grants()));
        return all;
    }
}

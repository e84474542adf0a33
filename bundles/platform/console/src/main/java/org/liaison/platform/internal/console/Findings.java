package org.liaison.platform.internal.console;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.liaison.platform.api.HealthCheck;
import org.liaison.platform.api.HealthCheck.Health;
import org.liaison.platform.api.HealthCheck.Level;
import org.liaison.platform.api.HealthReport;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Looks at the container and asks every health check that is there; works also when the database is away. */
@Component(service = HealthReport.class)
public final class Findings implements HealthReport {
    private static final String OURS = "org.liaison.";

    private final BundleContext context;

    @Activate
    public Findings(BundleContext context) {
        this.context = context;
    }

    @Override
    public List<Health> all() {
        List<Health> found = new ArrayList<>();
        found.add(bundles());
        found.add(service(
                "数据库连接",
                "javax.sql.DataSource",
                "(osgi.jndi.service.name=liaison)",
                "请检查数据库是否在运行，以及 etc/org.liaison.database.cfg"));
        for (String schema : schemas()) {
            found.add(service(
                    "数据表 " + schema,
                    "org.liaison.platform.api.Migrated",
                    "(schema=" + schema + ")",
                    "数据表未升级到所需版本，请用 log:display 查看升级失败的原因"));
        }
        found.add(service("登录", "org.liaison.platform.api.Callers", null, "账户暂不可用，通常因数据库不可用"));
        found.add(service("业务入口", "org.liaison.platform.api.Operations", null, "写操作暂不可用，通常因数据库不可用"));
        found.addAll(contributed());
        found.sort(Comparator.comparing(Health::level).reversed());
        return found;
    }

    private Health bundles() {
        List<String> away = List.of(context.getBundles()).stream()
                .filter(b -> b.getSymbolicName() != null && b.getSymbolicName().startsWith(OURS))
                .filter(b -> b.getState() != Bundle.ACTIVE && b.getState() != Bundle.STARTING)
                .map(Bundle::getSymbolicName)
                .sorted()
                .toList();
        return away.isEmpty()
                ? new Health("平台模块", Level.OK, "全部运行", null)
                : new Health(
                        "平台模块", Level.BAD, "未运行：" + String.join("、", away), "请用 bundle:start 启动，或用 bundle:diag 查看原因");
    }

    private Set<String> schemas() {
        Set<String> schemas = new TreeSet<>();
        for (Bundle bundle : context.getBundles()) {
            String header = bundle.getHeaders("").get("Liaison-Changelog");
            if (header != null) {
                schemas.add(header.replaceFirst(".*;schema=([a-z_]+).*", "$1"));
            }
        }
        return schemas;
    }

    private Health service(String name, String type, String filter, String todo) {
        try {
            ServiceReference<?>[] found = context.getAllServiceReferences(type, filter);
            return found == null ? new Health(name, Level.BAD, "不可用", todo) : new Health(name, Level.OK, "可用", null);
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<Health> contributed() {
        List<Health> found = new ArrayList<>();
        try {
            for (ServiceReference<HealthCheck> reference : context.getServiceReferences(HealthCheck.class, null)) {
                HealthCheck check = context.getService(reference);
                if (check != null) {
                    found.add(check.check());
                    context.ungetService(reference);
                }
            }
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(e);
        }
        return found;
    }

    static String word(Level level) {
        return switch (level) {
            case OK -> "正常";
            case WARN -> "注意";
            case BAD -> "故障";
        };
    }
}

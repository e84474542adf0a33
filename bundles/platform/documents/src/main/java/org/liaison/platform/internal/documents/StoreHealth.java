package org.liaison.platform.internal.documents;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.liaison.platform.api.HealthCheck;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;

/** Says whether there is room for files. */
@Component(configurationPid = Settings.PID, configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class StoreHealth implements HealthCheck {
    private static final String NAME = "附件存储";
    private static final long MEGABYTE = 1024L * 1024;
    private static final long LOW = 2_048 * MEGABYTE;
    private static final long NONE = 200 * MEGABYTE;

    private final Path files;

    @Activate
    public StoreHealth(Settings settings) throws IOException {
        files = Files.createDirectories(Path.of(settings.data(), "files"));
    }

    @Override
    public Health check() {
        try {
            long usable = Files.getFileStore(files).getUsableSpace();
            String text = "可用空间 " + usable / MEGABYTE + " MB";
            if (usable >= LOW) {
                return new Health(NAME, Level.OK, text, null);
            }
            return new Health(NAME, usable < NONE ? Level.BAD : Level.WARN, text, "请清理或扩充数据目录所在的磁盘");
        } catch (IOException e) {
            return new Health(NAME, Level.BAD, "目录不可读", "请检查数据目录是否存在、是否可读写");
        }
    }
}

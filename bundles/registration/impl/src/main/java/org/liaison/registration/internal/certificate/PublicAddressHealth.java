package org.liaison.registration.internal.certificate;

import org.liaison.platform.api.HealthCheck;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Whether certificates can be printed: they need an address for their QR codes. */
@Component(configurationPid = PublicSettings.PID)
public final class PublicAddressHealth implements HealthCheck {
    private static final String NAME = "公开网址";

    private final Health health;

    @Activate
    public PublicAddressHealth(PublicSettings settings) {
        String set = settings.publicUrl().strip();
        if (PublicAddress.of(set).isPresent()) {
            health = new Health(NAME, Level.OK, set, null);
        } else {
            health = new Health(
                    NAME,
                    Level.WARN,
                    set.isEmpty() ? "未设置公开网址，不能制证" : "公开网址不是http或https地址，不能制证",
                    "设置环境变量LIAISON_PUBLIC_URL，或etc/org.liaison.platform.cfg中的publicUrl");
        }
    }

    @Override
    public Health check() {
        return health;
    }
}

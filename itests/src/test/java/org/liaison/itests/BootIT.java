package org.liaison.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.BeforeClass;
import org.junit.Test;

/** The distribution as it is shipped: boots with no network, lets in by password only, answers unknown paths at once. */
public class BootIT {
    private static Container container;

    @BeforeClass
    public static void boot() throws Exception {
        container = Container.shared().await("clk", "/api/platform/v1/me", 200);
    }

    @Test
    public void log_holdsNoComplaint_afterBoot() throws Exception {
        assertThat(container.complaints()).isEmpty();
    }

    @Test
    public void boot_refreshesNoBundleOfOthers() throws Exception {
        assertThat(container.log()).noneMatch(line -> line.contains("Refreshing bundles:"));
    }

    @Test
    public void me_tellsTheCaller_whenThePasswordIsRight() throws Exception {
        HttpResponse<String> answer =
                container.send(container.request("clk", "/api/platform/v1/me").GET());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("演示经办人").contains("CLK@ALL");
    }

    @Test
    public void me_isRefused_whenThePasswordIsWrongOrTheAccountUnknown() throws Exception {
        HttpResponse<String> wrong = container.send(container
                .request(null, "/api/platform/v1/me")
                .header("Authorization", Container.basic("clk", "wrong"))
                .GET());
        HttpResponse<String> unknown = container.send(container
                .request(null, "/api/platform/v1/me")
                .header("Authorization", Container.basic("nobody", "wrong"))
                .GET());
        assertThat(wrong.statusCode()).isEqualTo(401);
        assertThat(wrong.headers().firstValue("WWW-Authenticate")).isPresent();
        assertThat(unknown.statusCode()).isEqualTo(401);
        assertThat(unknown.body()).isEqualTo(wrong.body());
    }

    @Test
    public void unknownPathsAndCxf_areNotFound() throws Exception {
        assertThat(container.send(container.request("clk", "/cxf").GET()).statusCode())
                .isEqualTo(404);
        assertThat(container
                        .send(container.request("clk", "/api/nothing/v1/x").GET())
                        .statusCode())
                .isEqualTo(404);
    }
}

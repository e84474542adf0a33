package org.liaison.platform.web.internal.session;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.List;
import java.util.function.Supplier;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.liaison.platform.api.Caller;
import org.liaison.platform.api.Invalid;
import org.liaison.platform.api.SecondFactor;

/** One's own second factor (双因素认证): set up in two steps, given up with a code. */
@Path("me/second-factor")
@Produces(MediaType.APPLICATION_JSON)
public final class SecondFactorResource {
    private final Supplier<SecondFactor> factor;

    /** @param factor gives the service, or throws {@code Unavailable} while it is away */
    public SecondFactorResource(Supplier<SecondFactor> factor) {
        this.factor = factor;
    }

    @GET
    @Operation(operationId = "getSecondFactor", summary = "本人是否已启用双因素认证")
    @ApiResponse(responseCode = "200", description = "成功", useReturnTypeSchema = true)
    public Enabled get(@Parameter(hidden = true) @Context Caller caller) {
        return new Enabled(factor.get().has(caller));
    }

    @POST
    @Operation(operationId = "enrolSecondFactor", summary = "登记双因素认证，第一步：取得密钥，只显示这一次")
    @ApiResponse(responseCode = "200", description = "成功", useReturnTypeSchema = true)
    public Enrolment enrol(@Parameter(hidden = true) @Context Caller caller) {
        SecondFactor.Enrolment enrolment = factor.get().enrol(caller);
        return new Enrolment(enrolment.secret(), enrolment.uri(), QrPicture.of(enrolment.uri()));
    }

    @POST
    @Path("confirmation")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "confirmSecondFactor", summary = "登记双因素认证，第二步：以动态口令确认，得到只显示这一次的恢复码；全部会话结束")
    @ApiResponse(responseCode = "200", description = "成功", useReturnTypeSchema = true)
    public Recovery confirm(@Parameter(hidden = true) @Context Caller caller, Code body) {
        return new Recovery(factor.get().confirm(caller, required(body)));
    }

    @POST
    @Path("removal")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "dropSecondFactor", summary = "以动态口令或恢复码停用双因素认证；全部会话结束")
    @ApiResponse(responseCode = "204", description = "成功")
    public void drop(@Parameter(hidden = true) @Context Caller caller, Code body) {
        factor.get().drop(caller, required(body));
    }

    private static String required(Code body) {
        if (body == null || body.code() == null || body.code().isBlank()) {
            throw Invalid.malformed("code", "REQUIRED", "必填");
        }
        return body.code();
    }

    /** Whether there is one. */
    public record Enabled(boolean enabled) {}

    /**
     * A secret for an app, three times.
     *
     * @param secret Base32, to be typed
     * @param uri {@code otpauth://totp/…}
     * @param picture the URI as QR code, SVG: drawn here, so that no other program sees the secret
     */
    public record Enrolment(String secret, String uri, String picture) {
        @Override
        public String toString() {
            return "Enrolment[]";
        }
    }

    /** A code by time, or a recovery code where it may be one. */
    public record Code(String code) {
        @Override
        public String toString() {
            return "Code[]";
        }
    }

    /** Codes that work once each. */
    public record Recovery(List<String> recoveryCodes) {
        @Override
        public String toString() {
            return "Recovery[]";
        }
    }
}

package org.liaison.platform.web.internal.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.LuminanceSource;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.Test;
import org.liaison.platform.api.Binding;
import org.liaison.platform.api.Caller;
import org.liaison.platform.api.Channel;
import org.liaison.platform.api.Role;
import org.liaison.platform.api.Scope;
import org.liaison.platform.api.SecondFactor;

public class SecondFactorResourceTest {
    private static final String URI =
            "otpauth://totp/Liaison:li.na?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=Liaison&period=30";
    private static final int SCALE = 4;

    private final SecondFactor factor = mock(SecondFactor.class);

    @Test
    public void picture_isReadAsTheUri_whenASecretIsMade() throws Exception {
        Binding clerk = new Binding(Role.CLK, Scope.ALL, null);
        Caller caller = new Caller("li.na", "李娜", List.of(clerk), clerk, Channel.REST, "10.1.2.3");
        when(factor.enrol(caller)).thenReturn(new SecondFactor.Enrolment("JBSWY3DPEHPK3PXP", URI));

        SecondFactorResource.Enrolment made = new SecondFactorResource(() -> factor).enrol(caller);

        assertThat(made.secret()).isEqualTo("JBSWY3DPEHPK3PXP");
        assertThat(made.uri()).isEqualTo(URI);
        assertThat(read(made.picture())).isEqualTo(URI);
        assertThat(made).asString().doesNotContain("JBSWY3DPEHPK3PXP");
    }

    /** Draws the squares of the picture and reads them as a telephone does. */
    private static String read(String svg) throws Exception {
        Matcher box = Pattern.compile("viewBox=\"0 0 (\\d+) \\1\"").matcher(svg);
        assertThat(box.find()).isTrue();
        int size = Integer.parseInt(box.group(1)) * SCALE;
        int[] pixels = new int[size * size];
        Arrays.fill(pixels, 0xffffff);
        Matcher square = Pattern.compile("M(\\d+) (\\d+)h1v1h-1z").matcher(svg);
        while (square.find()) {
            int left = Integer.parseInt(square.group(1)) * SCALE;
            int top = Integer.parseInt(square.group(2)) * SCALE;
            for (int y = top; y < top + SCALE; y++) {
                Arrays.fill(pixels, y * size + left, y * size + left + SCALE, 0);
            }
        }
        LuminanceSource source = new RGBLuminanceSource(size, size, pixels);
        return new QRCodeReader()
                .decode(
                        new BinaryBitmap(new HybridBinarizer(source)),
                        Map.of(DecodeHintType.PURE_BARCODE, Boolean.TRUE))
                .getText();
    }
}

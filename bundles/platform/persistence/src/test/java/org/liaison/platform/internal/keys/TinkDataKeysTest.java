package org.liaison.platform.internal.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.liaison.platform.api.DataKeys;
import org.liaison.platform.api.DataKeys.Wrapped;
import org.liaison.platform.internal.store.LocalDatabase;
import org.liaison.platform.internal.store.Sql;

public class TinkDataKeysTest {
    private static final String ID = "content";

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private KeyRing ring;
    private TinkDataKeys keys;

    @Before
    public void open() throws Exception {
        KeyFolder made = new KeyFolder(folder.getRoot().toPath().resolve("keys"), new Sql(new LocalDatabase()));
        ring = new KeyRing(made, TinkDataKeys.RING);
        keys = new TinkDataKeys(ring);
    }

    private byte[] encrypted(byte[] clear, Wrapped key) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream in = keys.encrypt(out, key, ID)) {
            in.write(clear);
        }
        return out.toByteArray();
    }

    private byte[] decrypted(byte[] sealed, Wrapped key, String id) throws IOException {
        try (InputStream in = keys.decrypt(new ByteArrayInputStream(sealed), key, id)) {
            return in.readAllBytes();
        }
    }

    private static byte[] content(int size) {
        byte[] content = new byte[size];
        new Random(size).nextBytes(content);
        return content;
    }

    @Test
    public void contentComesBackWhole_atEverySizeAroundASegment() throws Exception {
        for (int size : List.of(0, 1, 4_039, 4_040, 4_041, 4_080, 8_120, 8_121, 1_000_000)) {
            byte[] clear = content(size);
            Wrapped key = keys.make(ID);
            assertThat(decrypted(encrypted(clear, key), key, ID))
                    .as("%s bytes", size)
                    .isEqualTo(clear);
        }
    }

    @Test
    public void truncatedContentIsAnError_wherever() throws Exception {
        Wrapped key = keys.make(ID);
        byte[] sealed = encrypted(content(20_000), key);
        for (int length : List.of(0, 1, 40, 4_095, 4_096, 8_192, 12_288, sealed.length - 17, sealed.length - 1)) {
            assertThatThrownBy(() -> decrypted(Arrays.copyOf(sealed, length), key, ID))
                    .as("cut to %s bytes", length)
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    public void alteredOrLengthenedContentIsAnError_wherever() throws Exception {
        Wrapped key = keys.make(ID);
        byte[] sealed = encrypted(content(20_000), key);
        for (int at = 0; at < sealed.length; at += 997) {
            byte[] altered = sealed.clone();
            altered[at] ^= 1;
            assertThatThrownBy(() -> decrypted(altered, key, ID)).isInstanceOf(IOException.class);
        }
        assertThatThrownBy(() -> decrypted(Arrays.copyOf(sealed, sealed.length + 1), key, ID))
                .isInstanceOf(IOException.class);
    }

    @Test
    public void contentIsBoundToItsId_andHoldsNothingClear() throws Exception {
        Wrapped key = keys.make(ID);
        byte[] clear = "37010119720315901X".repeat(1_000).getBytes(java.nio.charset.StandardCharsets.UTF_8);
        byte[] sealed = encrypted(clear, key);
        assertThat(new String(sealed, java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain("37010119720315901X");
        assertThatThrownBy(() -> decrypted(sealed, key, "another")).isInstanceOf(DataKeys.Unreadable.class);
        assertThatThrownBy(() -> decrypted(sealed, keys.make(ID), ID)).isInstanceOf(IOException.class);
    }

    @Test
    public void wrappedAnewOpensTheSameContent_andTheDisabledKeyOpensNothing() throws Exception {
        Wrapped key = keys.make(ID);
        byte[] sealed = encrypted(content(9_000), key);
        assertThat(keys.renew(key, ID)).isSameAs(key);
        ring.renew();
        Wrapped anew = keys.renew(key, ID);
        assertThat(anew.keyId()).isEqualTo(ring.primary()).isNotEqualTo(key.keyId());
        assertThat(decrypted(sealed, key, ID)).isEqualTo(decrypted(sealed, anew, ID));
        ring.disable(List.of(key.keyId()));
        assertThat(decrypted(sealed, anew, ID)).isEqualTo(content(9_000));
        assertThatThrownBy(() -> decrypted(sealed, key, ID)).isInstanceOf(DataKeys.Unreadable.class);
    }
}

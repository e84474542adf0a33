package org.liaison.platform.internal.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Set;

/**
 * The key of this machine, made at first start in {@code keys/local-login}: who can read the file reaches doctor and log
 * also when the database, and with it every account, is away. It opens nothing else.
 */
final class LocalKey {
    /** No account can have this name. */
    static final String USER = "@local";

    // the start waits for the key: one on a curve is made at once, a long RSA key is not
    private static final String CURVE = "nistp256";
    private static final String TYPE = "ecdsa-sha2-" + CURVE;
    // What stands before the point in the X.509 form of a public key on this curve.
    private static final byte[] HEAD = HexFormat.of().parseHex("3059301306072a8648ce3d020106082a8648ce3d030107034200");

    private final ECPublicKey key;

    LocalKey(Path directory) {
        Path file = directory.resolve("local-login.pub");
        try {
            if (Files.notExists(file)) {
                make(directory, file);
            }
            key = read(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    // the console's library may have keys of a class of its own
    boolean is(PublicKey shown) {
        return shown instanceof ECPublicKey other
                && other.getW().equals(key.getW())
                && other.getParams().getCurve().equals(key.getParams().getCurve())
                && other.getParams().getGenerator().equals(key.getParams().getGenerator());
    }

    private static void make(Path directory, Path file) throws IOException, GeneralSecurityException {
        Files.createDirectories(directory, PosixFilePermissions.asFileAttribute(mode("rwx------")));
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        KeyPair pair = generator.generateKeyPair();
        Path secret = directory.resolve("local-login");
        Files.deleteIfExists(secret);
        Files.createFile(secret, PosixFilePermissions.asFileAttribute(mode("rw-------")));
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'})
                .encodeToString(pair.getPrivate().getEncoded());
        Files.writeString(secret, "-----BEGIN PRIVATE KEY-----\n" + body + "\n-----END PRIVATE KEY-----\n");
        Files.writeString(file, TYPE + " " + blob(pair.getPublic()) + " liaison-local\n");
    }

    private static Set<PosixFilePermission> mode(String text) {
        return PosixFilePermissions.fromString(text);
    }

    private static String blob(PublicKey key) {
        byte[] type = TYPE.getBytes(StandardCharsets.US_ASCII);
        byte[] curve = CURVE.getBytes(StandardCharsets.US_ASCII);
        byte[] encoded = key.getEncoded();
        byte[] point = Arrays.copyOfRange(encoded, HEAD.length, encoded.length);
        ByteBuffer out = ByteBuffer.allocate(12 + type.length + curve.length + point.length);
        for (byte[] part : new byte[][] {type, curve, point}) {
            out.putInt(part.length).put(part);
        }
        return Base64.getEncoder().encodeToString(out.array());
    }

    private static ECPublicKey read(String line) throws GeneralSecurityException {
        String[] words = line.trim().split("\\s+");
        if (words.length < 2 || !words[0].equals(TYPE)) {
            throw new GeneralSecurityException("local-login.pub is no " + TYPE + " key");
        }
        ByteBuffer in = ByteBuffer.wrap(Base64.getDecoder().decode(words[1]));
        part(in);
        part(in);
        byte[] point = part(in);
        byte[] encoded = Arrays.copyOf(HEAD, HEAD.length + point.length);
        System.arraycopy(point, 0, encoded, HEAD.length, point.length);
        return (ECPublicKey) KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(encoded));
    }

    private static byte[] part(ByteBuffer in) {
        byte[] part = new byte[in.getInt()];
        in.get(part);
        return part;
    }
}

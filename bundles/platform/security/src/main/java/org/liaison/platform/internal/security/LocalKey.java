package org.liaison.platform.internal.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
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
import java.security.interfaces.RSAPublicKey;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import java.util.Set;

/**
 * The key of this machine, made at first start in {@code keys/local-login}: who can read the file reaches doctor and log
 * also when the database, and with it every account, is away. It opens nothing else.
 */
final class LocalKey {
    /** No account can have this name. */
    static final String USER = "@local";

    private static final String TYPE = "ssh-rsa";

    private final PublicKey key;

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

    boolean is(PublicKey shown) {
        return key.equals(shown);
    }

    private static void make(Path directory, Path file) throws IOException, GeneralSecurityException {
        Files.createDirectories(directory, PosixFilePermissions.asFileAttribute(mode("rwx------")));
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(3072);
        KeyPair pair = generator.generateKeyPair();
        Path secret = directory.resolve("local-login");
        Files.deleteIfExists(secret);
        Files.createFile(secret, PosixFilePermissions.asFileAttribute(mode("rw-------")));
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'})
                .encodeToString(pair.getPrivate().getEncoded());
        Files.writeString(secret, "-----BEGIN PRIVATE KEY-----\n" + body + "\n-----END PRIVATE KEY-----\n");
        Files.writeString(file, TYPE + " " + blob((RSAPublicKey) pair.getPublic()) + " liaison-local\n");
    }

    private static Set<PosixFilePermission> mode(String text) {
        return PosixFilePermissions.fromString(text);
    }

    private static String blob(RSAPublicKey key) {
        byte[] type = TYPE.getBytes(StandardCharsets.US_ASCII);
        byte[] exponent = key.getPublicExponent().toByteArray();
        byte[] modulus = key.getModulus().toByteArray();
        ByteBuffer out = ByteBuffer.allocate(12 + type.length + exponent.length + modulus.length);
        for (byte[] part : new byte[][] {type, exponent, modulus}) {
            out.putInt(part.length).put(part);
        }
        return Base64.getEncoder().encodeToString(out.array());
    }

    private static PublicKey read(String line) throws GeneralSecurityException {
        String[] words = line.trim().split("\\s+");
        if (words.length < 2 || !words[0].equals(TYPE)) {
            throw new GeneralSecurityException("local-login.pub is no " + TYPE + " key");
        }
        ByteBuffer in = ByteBuffer.wrap(Base64.getDecoder().decode(words[1]));
        part(in);
        BigInteger exponent = new BigInteger(part(in));
        return KeyFactory.getInstance("RSA").generatePublic(new RSAPublicKeySpec(new BigInteger(part(in)), exponent));
    }

    private static byte[] part(ByteBuffer in) {
        byte[] part = new byte[in.getInt()];
        in.get(part);
        return part;
    }
}

package org.stillpoint.store;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * A 256-bit key that seals: AES-256-GCM with a random 96-bit nonce.
 *
 * <p>Sealed form: one byte form number (1), 12 bytes nonce, ciphertext, 16 bytes tag. The associated data name the place
 * (table, row, session or patient), so that what is sealed for one place cannot be opened at another. Any thread.
 *
 * <p>Source: NIST SP 800-38D; random nonces are safe for fewer than 2^32 messages a key, and a session seals some 10^5.
 */
final class SealingKey {

    static final int BYTES = 32;
    private static final byte FORM = 1;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final byte[] bytes;
    private final SecretKeySpec key;

    /** @throws IllegalArgumentException when it is not 32 bytes long */
    SealingKey(byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("key of " + bytes.length + " bytes");
        }
        this.bytes = bytes.clone();
        this.key = new SecretKeySpec(this.bytes, "AES");
    }

    static SealingKey random() {
        return new SealingKey(randomBytes(BYTES));
    }

    static byte[] randomBytes(int count) {
        byte[] fresh = new byte[count];
        RANDOM.nextBytes(fresh);
        return fresh;
    }

    /** An opaque id: 16 hexadecimal digits. */
    static String randomId() {
        return HexFormat.of().formatHex(randomBytes(8));
    }

    /** Seals for one place. */
    byte[] seal(byte[] plain, String place) {
        try {
            byte[] nonce = randomBytes(NONCE);
            Cipher cipher = cipher(Cipher.ENCRYPT_MODE, nonce, place);
            byte[] sealed = new byte[1 + NONCE + cipher.getOutputSize(plain.length)];
            sealed[0] = FORM;
            System.arraycopy(nonce, 0, sealed, 1, NONCE);
            cipher.doFinal(plain, 0, plain.length, sealed, 1 + NONCE);
            return sealed;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("AES-256-GCM is not to be had", impossible);
        }
    }

    /**
     * Opens what was sealed for this place.
     *
     * @throws StoreException when it was changed, belongs elsewhere, or was sealed with another key
     */
    byte[] open(byte[] sealed, String place) throws StoreException {
        if (sealed == null || sealed.length < 1 + NONCE + TAG_BITS / 8 || sealed[0] != FORM) {
            throw damaged(place, null);
        }
        try {
            Cipher cipher = cipher(Cipher.DECRYPT_MODE, Arrays.copyOfRange(sealed, 1, 1 + NONCE), place);
            return cipher.doFinal(sealed, 1 + NONCE, sealed.length - 1 - NONCE);
        } catch (AEADBadTagException changed) {
            throw damaged(place, changed);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("AES-256-GCM is not to be had", impossible);
        }
    }

    private static StoreException damaged(String place, Throwable cause) {
        return new StoreException(
                "A sealed entry (" + place
                        + ") was changed or does not belong here: keep the data folder as it is and restore a backup.",
                cause);
    }

    private Cipher cipher(int mode, byte[] nonce, String place) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    byte[] wrap(SealingKey inner, String place) {
        return seal(inner.bytes, place);
    }

    SealingKey unwrap(byte[] wrapped, String place) throws StoreException {
        byte[] opened = open(wrapped, place);
        try {
            return new SealingKey(opened);
        } finally {
            Arrays.fill(opened, (byte) 0);
        }
    }

    /** HMAC-SHA-256 under a key derived from this one for one purpose. */
    byte[] authenticate(String purpose, byte[]... parts) {
        try {
            Mac derive = Mac.getInstance("HmacSHA256");
            derive.init(new SecretKeySpec(bytes, "HmacSHA256"));
            byte[] derived = derive.doFinal(purpose.getBytes(StandardCharsets.UTF_8));
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(derived, "HmacSHA256"));
            for (byte[] part : parts) {
                mac.update(part);
            }
            return mac.doFinal();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("HMAC-SHA-256 is not to be had", impossible);
        }
    }

    byte[] copyOfBytes() {
        return bytes.clone();
    }
}

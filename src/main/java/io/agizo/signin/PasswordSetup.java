package io.agizo.signin;

import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/** How passwords are kept: Argon2id with what OWASP asks for at least, which any length of password goes into whole. */
@Configuration(proxyBeanMethods = false)
class PasswordSetup {

    private static final String ARGON2ID = "argon2id";
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int LANES = 1;
    private static final int MEMORY_KIBIBYTES = 19 * 1024;
    private static final int ROUNDS = 2;

    @Bean
    BoundedPasswordEncoder passwordEncoder() {
        int half = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
        PasswordEncoder argon2id = new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, MEMORY_KIBIBYTES, ROUNDS);
        return new BoundedPasswordEncoder(new DelegatingPasswordEncoder(ARGON2ID, Map.of(ARGON2ID, argon2id)), half);
    }
}

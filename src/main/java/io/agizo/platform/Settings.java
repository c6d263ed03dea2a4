package io.agizo.platform;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.nio.file.Path;
import java.util.Currency;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What can be set about the installation as a whole.
 *
 * @param dataDir The folder that holds the embedded PostgreSQL with all its data.
 * @param publicUrl Where shoppers and programs reach the shop, as they write it; it also names the issuer of tokens.
 * @param demo Whether the shop on the embedded PostgreSQL is the demo: sample data and well-known credentials, reachable
 *     from this computer only. On another PostgreSQL there is never a demo.
 * @param failedSignInsPerMinute How many wrong secrets of one client, and how many tokens that nobody signed, a network may
 *     send before it is told to wait. Right ones are always taken.
 */
@Validated
@ConfigurationProperties("agizo")
record Settings(
        @DefaultValue("./data") Path dataDir,
        @NotNull URI publicUrl,
        @DefaultValue("true") boolean demo,
        @DefaultValue("120") @Min(1) int failedSignInsPerMinute,
        @Valid @DefaultValue ShopSettings shop,
        @DefaultValue PostgresSettings postgres) {

    /**
     * The PostgreSQL that the shop runs for itself.
     *
     * @param home Where PostgreSQL's own programs are, bin below it, if not those in the jar.
     */
    record PostgresSettings(@Nullable Path home) {}

    /**
     * The shop’s country and money.
     *
     * @param currency The ISO 4217 code of the one currency that everything is priced in.
     * @param country The ISO 3166 code of the country in whose national form telephone numbers are read.
     * @param timeZone The IANA name of the zone in which the shop's days begin and its times are shown, if it is not that of
     *     the country.
     */
    record ShopSettings(
            @DefaultValue("KES") Currency currency,

            @DefaultValue("KE")
            @Pattern(regexp = "[A-Z]{2}", message = "must be a country's two capital letters, such as KE") String country,

            @Nullable String timeZone) {}
}

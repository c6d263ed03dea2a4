package io.agizo.api.proxies;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which proxies are believed when they say from whom a request comes.
 *
 * @param trustedProxies Their addresses, or networks such as {@code 10.0.0.0/8}; empty to believe none.
 */
@ConfigurationProperties("agizo")
record ProxySettings(@DefaultValue({"127.0.0.0/8", "::1"}) List<String> trustedProxies) {}

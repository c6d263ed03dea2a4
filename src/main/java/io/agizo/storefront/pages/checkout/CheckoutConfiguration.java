package io.agizo.storefront.pages.checkout;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** Binds the shop's own words. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DeliveryWords.class)
class CheckoutConfiguration {}

package io.agizo.notifications.africastalking;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** Binds the settings of the account. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AfricasTalkingSettings.class)
class AfricasTalkingConfiguration {}

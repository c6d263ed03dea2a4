package io.agizo.texting;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** Binds the settings of whom strangers may have texted. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TextingSettings.class)
class TextingConfiguration {}

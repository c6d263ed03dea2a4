package io.agizo.platform;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.PropertySource;

/** Leaves out all of tracing unless {@value #ENDPOINT} says where traces go: spans that nobody gets would cost every request. */
final class TracesOff implements EnvironmentPostProcessor {

    static final String ENDPOINT = "management.opentelemetry.tracing.export.otlp.endpoint";

    private static final String EXCLUDE = "spring.autoconfigure.exclude";

    private static final String TRACING = String.join(
            ",",
            "org.springframework.boot.opentelemetry.autoconfigure.OpenTelemetrySdkAutoConfiguration",
            "org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.OpenTelemetryTracingAutoConfiguration",
            "org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.otlp.OtlpTracingAutoConfiguration",
            "org.springframework.boot.micrometer.tracing.autoconfigure.MicrometerTracingAutoConfiguration");

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        environment.getPropertySources().addLast(new PropertySource<>(EXCLUDE) {
            @Override
            public @Nullable Object getProperty(String name) {
                return name.equals(EXCLUDE) && environment.getProperty(ENDPOINT) == null ? TRACING : null;
            }
        });
    }
}

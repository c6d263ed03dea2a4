package io.agizo.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kubernetes.client.openapi.models.V1ConfigMap;
import io.kubernetes.client.openapi.models.V1Container;
import io.kubernetes.client.openapi.models.V1Deployment;
import io.kubernetes.client.openapi.models.V1Namespace;
import io.kubernetes.client.openapi.models.V1NetworkPolicy;
import io.kubernetes.client.openapi.models.V1PodDisruptionBudget;
import io.kubernetes.client.openapi.models.V1PodSpec;
import io.kubernetes.client.openapi.models.V1Probe;
import io.kubernetes.client.openapi.models.V1Service;
import io.kubernetes.client.openapi.models.V2HorizontalPodAutoscaler;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Kubernetes is told of the shop: only what it knows, and all that the shop relies on. */
class DeploymentFilesTests {

    /** Two phases of the shop's end, each of which may take as long (spring.lifecycle.timeout-per-shutdown-phase). */
    private static final int LONGEST_END_SECONDS = 2 * 20;

    @ParameterizedTest
    @ValueSource(strings = {"minimal", "example"})
    void givesNoContainerMoreRightsThanItNeeds(String overlay) throws Exception {
        Rendered rendered = Rendered.overlay(overlay);

        assertThat(rendered.only(V1Namespace.class).getMetadata().getLabels())
                .containsEntry("pod-security.kubernetes.io/enforce", "restricted");
        for (V1PodSpec pod : rendered.pods()) {
            assertThat(pod.getSecurityContext().getRunAsNonRoot()).isTrue();
            assertThat(pod.getSecurityContext().getRunAsUser()).isPositive();
            assertThat(pod.getSecurityContext().getSeccompProfile().getType()).isEqualTo("RuntimeDefault");
            assertThat(pod.getAutomountServiceAccountToken()).isFalse();
            assertThat(pod.getEnableServiceLinks()).isFalse();
            for (V1Container container : pod.getContainers()) {
                assertThat(container.getSecurityContext().getAllowPrivilegeEscalation())
                        .isFalse();
                assertThat(container.getSecurityContext().getReadOnlyRootFilesystem())
                        .isTrue();
                assertThat(container.getSecurityContext().getCapabilities().getDrop())
                        .containsExactly("ALL");
                assertThat(container.getResources().getRequests()).containsKeys("cpu", "memory");
                assertThat(container.getResources().getLimits()).containsKeys("cpu", "memory", "ephemeral-storage");
                assertThat(container.getImage()).matches(".+(:[\\w.-]+|@sha256:[0-9a-f]{64})");
                assertThat(container.getImage()).doesNotEndWith(":latest");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"minimal", "example"})
    void keepsSecretsOutOfWhatEverybodyMayRead(String overlay) throws Exception {
        Rendered rendered = Rendered.overlay(overlay);

        assertThat(settings(rendered).keySet()).noneMatch(name -> name.matches(".*(PASSWORD|SECRET|KEY|TOKEN)"));
        for (V1PodSpec pod : rendered.pods()) {
            assertThat(pod.getContainers())
                    .allMatch(container -> container.getEnv().isEmpty());
            assertThat(pod.getVolumes())
                    .anyMatch(volume -> volume.getSecret() != null
                            && volume.getSecret().getSecretName().startsWith("agizo-secrets"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"minimal", "example"})
    void rollsOutSettingsLikeImages(String overlay) throws Exception {
        Rendered rendered = Rendered.overlay(overlay);
        String name = rendered.only(V1ConfigMap.class).getMetadata().getName();

        assertThat(name).matches("agizo-settings-\\w{10}");
        for (V1PodSpec pod : rendered.pods()) {
            assertThat(pod.getContainers())
                    .allMatch(container -> container
                            .getEnvFrom()
                            .getFirst()
                            .getConfigMapRef()
                            .getName()
                            .equals(name));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"minimal", "example"})
    void alwaysHasAReplicaThatServes(String overlay) throws Exception {
        Rendered rendered = Rendered.overlay(overlay);
        V1Deployment shop = rendered.only(V1Deployment.class);
        int fewest = rendered.all(V2HorizontalPodAutoscaler.class).stream()
                .findFirst()
                .map(autoscaler -> autoscaler.getSpec().getMinReplicas())
                .orElseGet(() -> shop.getSpec().getReplicas());

        assertThat(fewest).isEqualTo(2);
        assertThat(rendered.only(V1PodDisruptionBudget.class)
                        .getSpec()
                        .getMinAvailable()
                        .getIntValue())
                .isEqualTo(1);
        assertThat(shop.getSpec().getStrategy().getRollingUpdate().getMaxUnavailable())
                .hasToString("0");
        assertThat(shop.getSpec().getTemplate().getSpec().getTopologySpreadConstraints())
                .hasSize(2);
        assertThat(rendered.shop().getTerminationGracePeriodSeconds())
                .isGreaterThan(Integer.parseInt(settings(rendered).get("AGIZO_DRAIN_SECONDS")) + LONGEST_END_SECONDS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"minimal", "example"})
    void asksTheShopWhereItAnswersProbes(String overlay) throws Exception {
        Rendered rendered = Rendered.overlay(overlay);
        V1Container shop = rendered.shop().getContainers().getFirst();

        assertThat(List.of(shop.getStartupProbe(), shop.getLivenessProbe(), shop.getReadinessProbe()))
                .extracting(DeploymentFilesTests::path)
                .containsExactly("/readyz", "/livez", "/readyz");
        assertThat(rendered.only(V1Service.class).getSpec().getPorts())
                .extracting(port -> port.getTargetPort().getStrValue())
                .containsExactly("http", "metrics");
        assertThat(shop.getPorts())
                .extracting(port -> port.getName() + " " + port.getContainerPort())
                .containsExactly("http 8080", "metrics " + settings(rendered).get("MANAGEMENT_SERVER_PORT"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"minimal", "example"})
    void letsNothingInOrOutButWhatIsNamed(String overlay) throws Exception {
        Map<String, V1NetworkPolicy> policies = Rendered.overlay(overlay).all(V1NetworkPolicy.class).stream()
                .collect(Collectors.toMap(policy -> policy.getMetadata().getName(), policy -> policy));

        V1NetworkPolicy nothing = policies.get("nothing-else");
        assertThat(nothing.getSpec().getPodSelector().getMatchLabels()).isNullOrEmpty();
        assertThat(nothing.getSpec().getPolicyTypes()).containsExactly("Ingress", "Egress");
        assertThat(nothing.getSpec().getIngress()).isNullOrEmpty();
        assertThat(nothing.getSpec().getEgress()).isNullOrEmpty();
        assertThat(policies.get("agizo-in").getSpec().getIngress())
                .allSatisfy(rule -> assertThat(rule.getFrom()).isNotEmpty())
                .allSatisfy(rule -> assertThat(rule.getPorts()).isNotEmpty());
        assertThat(policies.get("agizo-out").getSpec().getEgress())
                .allSatisfy(rule -> assertThat(rule.getPorts()).isNotEmpty());
    }

    @Test
    void wouldBeToldOfAWordThatKubernetesDoesNotKnow() {
        assertThatThrownBy(() -> Rendered.read("""
                        apiVersion: v1
                        kind: Service
                        metadata: { name: shop }
                        spec: { selectors: { app: shop } }
                        """)).hasMessageContaining("selectors");
    }

    private static Map<String, String> settings(Rendered rendered) {
        return rendered.only(V1ConfigMap.class).getData();
    }

    private static String path(V1Probe probe) {
        return probe.getHttpGet().getPath();
    }
}

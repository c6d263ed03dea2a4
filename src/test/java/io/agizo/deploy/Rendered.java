package io.agizo.deploy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.Gson;
import io.kubernetes.client.common.KubernetesObject;
import io.kubernetes.client.openapi.models.V1ConfigMap;
import io.kubernetes.client.openapi.models.V1Deployment;
import io.kubernetes.client.openapi.models.V1Ingress;
import io.kubernetes.client.openapi.models.V1Job;
import io.kubernetes.client.openapi.models.V1Namespace;
import io.kubernetes.client.openapi.models.V1NetworkPolicy;
import io.kubernetes.client.openapi.models.V1PodDisruptionBudget;
import io.kubernetes.client.openapi.models.V1PodSpec;
import io.kubernetes.client.openapi.models.V1Secret;
import io.kubernetes.client.openapi.models.V1Service;
import io.kubernetes.client.openapi.models.V1ServiceAccount;
import io.kubernetes.client.openapi.models.V2HorizontalPodAutoscaler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The objects of an overlay as {@code kubectl} renders them, read as strictly as Kubernetes' own types are written. */
record Rendered(List<KubernetesObject> objects) {

    private interface Type {
        KubernetesObject read(String json) throws IOException;
    }

    private static final Map<String, Type> TYPES = Map.ofEntries(
            Map.entry("v1/Namespace", V1Namespace::fromJson),
            Map.entry("v1/ServiceAccount", V1ServiceAccount::fromJson),
            Map.entry("v1/ConfigMap", V1ConfigMap::fromJson),
            Map.entry("v1/Secret", V1Secret::fromJson),
            Map.entry("v1/Service", V1Service::fromJson),
            Map.entry("apps/v1/Deployment", V1Deployment::fromJson),
            Map.entry("batch/v1/Job", V1Job::fromJson),
            Map.entry("policy/v1/PodDisruptionBudget", V1PodDisruptionBudget::fromJson),
            Map.entry("autoscaling/v2/HorizontalPodAutoscaler", V2HorizontalPodAutoscaler::fromJson),
            Map.entry("networking.k8s.io/v1/NetworkPolicy", V1NetworkPolicy::fromJson),
            Map.entry("networking.k8s.io/v1/Ingress", V1Ingress::fromJson));

    /** Skips the test where there is no {@code kubectl}. */
    static Rendered overlay(String name) throws IOException, InterruptedException {
        assumeTrue(isThere("kubectl"), "No kubectl: the files for Kubernetes are not rendered");
        Path errors = Files.createTempFile("kubectl", ".err");
        Process kubectl = new ProcessBuilder("kubectl", "kustomize", "deploy/kubernetes/" + name)
                .redirectError(errors.toFile())
                .start();
        String yaml = new String(kubectl.getInputStream().readAllBytes(), UTF_8);
        assertThat(kubectl.waitFor()).as(Files.readString(errors)).isZero();
        return read(yaml);
    }

    private static boolean isThere(String program) {
        return Stream.of(System.getenv("PATH").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    static Rendered read(String yaml) throws IOException {
        List<KubernetesObject> objects = new ArrayList<>();
        for (Object document : new Yaml(new SafeConstructor(new LoaderOptions())).loadAll(yaml)) {
            Map<?, ?> fields = (Map<?, ?>) document;
            String type = fields.get("apiVersion") + "/" + fields.get("kind");
            assertThat(TYPES).as("known types").containsKey(type);
            objects.add(TYPES.get(type).read(new Gson().toJson(fields)));
        }
        return new Rendered(objects);
    }

    <T extends KubernetesObject> List<T> all(Class<T> type) {
        return objects.stream().filter(type::isInstance).map(type::cast).toList();
    }

    <T extends KubernetesObject> T only(Class<T> type) {
        assertThat(all(type)).hasSize(1);
        return all(type).getFirst();
    }

    V1PodSpec shop() {
        return only(V1Deployment.class).getSpec().getTemplate().getSpec();
    }

    List<V1PodSpec> pods() {
        return List.of(shop(), only(V1Job.class).getSpec().getTemplate().getSpec());
    }
}

package org.concord.acceptance.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The manifests under {@code deploy/k8s}, read as strictly as an API server would and held against the rules that we
 * set ourselves. The base is a plain list of resources, so this test needs no kubectl to read what reaches a cluster;
 * the overlays are rendered by {@code check.sh}.
 */
class ManifestsTest {

    private static final Path ROOT = Path.of(System.getProperty("concord.root", ".."));
    private static final Path K8S = ROOT.resolve("deploy/k8s");
    private static final List<String> SERVICES =
            List.of("compact-service", "member-service", "ledger-service", "gateway");

    /** The kinds that the base may hold; another kind has to be added here, and thought about. */
    private static final Map<String, Class<? extends HasMetadata>> KINDS = Map.of(
            "v1/ConfigMap", ConfigMap.class,
            "v1/Service", Service.class,
            "v1/ServiceAccount", ServiceAccount.class,
            "v1/PersistentVolumeClaim", PersistentVolumeClaim.class,
            "apps/v1/Deployment", Deployment.class,
            "networking.k8s.io/v1/NetworkPolicy", NetworkPolicy.class,
            "policy/v1/PodDisruptionBudget", PodDisruptionBudget.class);

    private static final YAMLMapper STRICT = strict();

    @Test
    void everyFieldIsOneThatKubernetesKnows() {
        assertThat(base()).hasSize(28);
    }

    @Test
    void aMisspeltFieldIsFound() {
        String manifest = """
                apiVersion: apps/v1
                kind: Deployment
                spec:
                  template:
                    spec:
                      containers:
                        - name: one
                          readinesProbe: {}
                """;

        assertThatThrownBy(() -> read(manifest))
                .isInstanceOf(MismatchedInputException.class)
                .hasMessageContaining("readinesProbe");
    }

    @Test
    void aNumberWhereTextIsDueIsFound() {
        String manifest = """
                apiVersion: v1
                kind: ConfigMap
                data:
                  QUARKUS_HTTP_PORT: 8080
                """;

        assertThatThrownBy(() -> read(manifest)).isInstanceOf(MismatchedInputException.class);
    }

    @Test
    void eachServiceIsWhole() {
        for (String service : SERVICES) {
            Map<String, String> labels = one(Deployment.class, service)
                    .getSpec()
                    .getTemplate()
                    .getMetadata()
                    .getLabels();

            assertThat(labels)
                    .as(service)
                    .containsAllEntriesOf(one(Service.class, service).getSpec().getSelector())
                    .containsAllEntriesOf(one(PodDisruptionBudget.class, service)
                            .getSpec()
                            .getSelector()
                            .getMatchLabels())
                    .containsAllEntriesOf(one(NetworkPolicy.class, service)
                            .getSpec()
                            .getPodSelector()
                            .getMatchLabels());
            assertThat(one(ServiceAccount.class, service).getAutomountServiceAccountToken())
                    .as(service)
                    .isFalse();
            assertThat(pod(service).getServiceAccountName()).isEqualTo(service);
        }
    }

    @Test
    void eachServiceIsAskedWhetherItStartedLivesAndIsReady() {
        for (String service : SERVICES) {
            Container container = container(service);

            assertThat(path(container.getStartupProbe())).as(service).isEqualTo("/q/health/started");
            assertThat(path(container.getLivenessProbe())).as(service).isEqualTo("/q/health/live");
            assertThat(path(container.getReadinessProbe())).as(service).isEqualTo("/q/health/ready");
        }
    }

    @Test
    void noServiceMayTakeMoreThanItsShareOfTheNode() {
        for (String service : SERVICES) {
            var resources = container(service).getResources();

            assertThat(resources.getRequests()).as(service).containsKeys("cpu", "memory");
            assertThat(resources.getLimits()).as(service).containsKeys("cpu", "memory");
        }
    }

    @Test
    void noContainerIsRootWritesItsOwnFilesOrHoldsACapability() {
        for (String service : SERVICES) {
            PodSpec pod = pod(service);
            var security = container(service).getSecurityContext();

            assertThat(pod.getAutomountServiceAccountToken()).as(service).isFalse();
            assertThat(pod.getSecurityContext().getRunAsNonRoot()).as(service).isTrue();
            assertThat(pod.getSecurityContext().getSeccompProfile().getType())
                    .as(service)
                    .isEqualTo("RuntimeDefault");
            assertThat(security.getAllowPrivilegeEscalation()).as(service).isFalse();
            assertThat(security.getReadOnlyRootFilesystem()).as(service).isTrue();
            assertThat(security.getCapabilities().getDrop()).as(service).containsExactly("ALL");
            assertThat(security.getCapabilities().getAdd()).as(service).isEmpty();
            // Only the ledger keeps anything outside of its database: keys, and what it signed last.
            boolean ledger = service.equals("ledger-service");
            assertThat(pod.getVolumes())
                    .as(service)
                    .allMatch(volume -> volume.getEmptyDir() != null
                            || (ledger && (volume.getSecret() != null || volume.getPersistentVolumeClaim() != null)));
        }
    }

    @Test
    void secretsComeByReferenceOnly() {
        for (String service : SERVICES) {
            assertThat(container(service).getEnv())
                    .as(service)
                    .filteredOn(ManifestsTest::namesASecret)
                    .isNotEmpty()
                    .allMatch(variable -> variable.getValue() == null
                            && variable.getValueFrom().getSecretKeyRef() != null);
        }
        assertThat(all(ConfigMap.class).flatMap(map -> map.getData().keySet().stream()))
                .noneMatch(key -> key.matches(".*(PASSWORD|SECRET|SESSION_KEY).*"));
    }

    @Test
    void everyConfigMapThatIsNamedIsThere() {
        List<String> there =
                all(ConfigMap.class).map(map -> map.getMetadata().getName()).toList();

        for (String service : SERVICES) {
            assertThat(container(service).getEnvFrom())
                    .as(service)
                    .isNotEmpty()
                    .allMatch(source -> there.contains(source.getConfigMapRef().getName()));
        }
    }

    @Test
    void whatNoPolicyAllowsIsDenied() {
        NetworkPolicy deny = one(NetworkPolicy.class, "default-deny");

        assertThat(deny.getSpec().getPodSelector().getMatchLabels()).isEmpty();
        assertThat(deny.getSpec().getPodSelector().getMatchExpressions()).isEmpty();
        assertThat(deny.getSpec().getPolicyTypes()).containsExactlyInAnyOrder("Ingress", "Egress");
        assertThat(deny.getSpec().getIngress()).isEmpty();
        assertThat(deny.getSpec().getEgress()).isEmpty();
    }

    @Test
    void onlyTheGatewayIsReachedFromOutside() {
        assertThat(SERVICES).filteredOn(ManifestsTest::letsTheIngressIn).containsExactly("gateway");
    }

    @Test
    void theTopicsAreThoseThatTheServicesOwn() throws IOException {
        var owned = new TreeSet<String>();
        for (String service : SERVICES) {
            Arrays.stream(properties(service)
                            .getProperty("concord.topics.owned", "")
                            .split(","))
                    .map(String::strip)
                    .filter(topic -> !topic.isEmpty())
                    .forEach(owned::add);
        }
        List<String> declared = new ArrayList<>();
        for (JsonNode topic : documents(Files.readString(K8S.resolve("platform/kafka-topics.yaml")))) {
            declared.add(topic.at("/metadata/name").asText());
        }

        assertThat(owned).isNotEmpty();
        assertThat(declared).containsExactlyInAnyOrderElementsOf(owned);
    }

    @Test
    void baseAndOverlaysRender() throws Exception {
        Process check = new ProcessBuilder(K8S.resolve("check.sh").toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(check.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(check.waitFor(60, TimeUnit.SECONDS)).as("check.sh ends").isTrue();

        // Where nothing can render, the script must say that, and the tests above have read the base all the same.
        assertThat(check.exitValue()).as(said).isEqualTo(canRender() ? 0 : 3);
    }

    private static boolean canRender() {
        return Stream.of("kubectl", "kustomize")
                .anyMatch(tool -> Arrays.stream(System.getenv("PATH").split(":"))
                        .anyMatch(folder -> Files.isExecutable(Path.of(folder, tool))));
    }

    private static boolean namesASecret(EnvVar variable) {
        return variable.getName().matches(".*(PASSWORD|SECRET|SESSION_KEY).*");
    }

    private static boolean letsTheIngressIn(String service) {
        return one(NetworkPolicy.class, service).getSpec().getIngress().stream()
                .flatMap(rule -> rule.getFrom().stream())
                .filter(peer -> peer.getNamespaceSelector() != null)
                .anyMatch(peer -> "ingress"
                        .equals(peer.getNamespaceSelector().getMatchLabels().get("concord-role")));
    }

    private static String path(Probe probe) {
        return probe.getHttpGet().getPath();
    }

    private static Container container(String service) {
        List<Container> containers = pod(service).getContainers();
        assertThat(containers).as(service).hasSize(1);
        return containers.getFirst();
    }

    private static PodSpec pod(String service) {
        return one(Deployment.class, service).getSpec().getTemplate().getSpec();
    }

    private static <T extends HasMetadata> T one(Class<T> kind, String name) {
        List<T> found = all(kind)
                .filter(object -> name.equals(object.getMetadata().getName()))
                .toList();
        assertThat(found).as(kind.getSimpleName() + " " + name).hasSize(1);
        return found.getFirst();
    }

    private static <T extends HasMetadata> Stream<T> all(Class<T> kind) {
        return base().stream().filter(kind::isInstance).map(kind::cast);
    }

    /** The base as a cluster would get it: every document of every resource that the kustomization lists. */
    private static List<HasMetadata> base() {
        try {
            JsonNode kustomization = STRICT.readTree(Files.readString(K8S.resolve("base/kustomization.yaml")));
            assertThat(kustomization.fieldNames())
                    .toIterable()
                    .as("the base stays a plain list, so that reading it needs no tool")
                    .containsOnly("apiVersion", "kind", "resources");
            List<HasMetadata> objects = new ArrayList<>();
            for (JsonNode resource : kustomization.get("resources")) {
                objects.addAll(read(Files.readString(K8S.resolve("base").resolve(resource.asText()))));
            }
            return objects;
        } catch (IOException e) {
            throw new AssertionError("the base cannot be read: " + e.getMessage(), e);
        }
    }

    private static List<HasMetadata> read(String manifest) throws IOException {
        List<HasMetadata> objects = new ArrayList<>();
        for (JsonNode document : documents(manifest)) {
            String kind = document.path("apiVersion").asText() + "/"
                    + document.path("kind").asText();
            assertThat(KINDS).containsKey(kind);
            objects.add(STRICT.treeToValue(document, KINDS.get(kind)));
        }
        return objects;
    }

    private static List<JsonNode> documents(String yaml) throws IOException {
        try (var documents = STRICT.readerFor(JsonNode.class).<JsonNode>readValues(yaml)) {
            return documents.readAll();
        }
    }

    private static Properties properties(String service) throws IOException {
        var properties = new Properties();
        try (InputStream in =
                Files.newInputStream(ROOT.resolve(service).resolve("src/main/resources/application.properties"))) {
            properties.load(in);
        }
        return properties;
    }

    /** The models swallow what they do not know; without their any-setters a misspelt field fails as it should. */
    private static YAMLMapper strict() {
        YAMLMapper mapper = YAMLMapper.builder()
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .annotationIntrospector(new JacksonAnnotationIntrospector() {
                    private static final long serialVersionUID = 1;

                    @Override
                    public Boolean hasAnySetter(Annotated annotated) {
                        return false;
                    }
                })
                .build();
        mapper.coercionConfigFor(LogicalType.Textual)
                .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
        return mapper;
    }
}

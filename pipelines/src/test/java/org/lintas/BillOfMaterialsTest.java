package org.lintas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the jar is made of, by the bill of materials that the build writes. */
class BillOfMaterialsTest {

    private static final Set<String> PERMISSIVE =
            Set.of("Apache-2.0", "MIT", "BSD-2-Clause", "BSD-3-Clause", "CC0-1.0", "0BSD", "Unicode-3.0", "Go License");

    /** Not permissive, but free to be passed on unchanged in a larger work. */
    private static final Set<String> TOLERATED = Set.of("javax.annotation-api", "juniversalchardet");

    private static final String NEVER = "never";

    /** The column that says why a flaw is borne; most lines have none. */
    private static final int ACCEPTED = 3;

    private static JsonNode components;

    @BeforeAll
    static void read() throws IOException {
        Path bom = Path.of("target/bom.json");
        assumeTrue(Files.exists(bom), "skipped: the bill of materials is not made offline (mvn -o)");
        components = new ObjectMapper().readTree(bom.toFile()).path("components");
        assertThat(components).hasSizeGreaterThan(100);
    }

    @Test
    void everyLicenceIsPermissive() {
        var others = new ArrayList<String>();
        for (JsonNode component : components) {
            List<String> licences = new ArrayList<>(component.path("licenses").findValuesAsText("id"));
            licences.addAll(component.path("licenses").findValuesAsText("name"));
            String name = component.path("name").asText();
            if (licences.stream().noneMatch(PERMISSIVE::contains) && !TOLERATED.contains(name)) {
                others.add(name + " " + component.path("licenses"));
            }
        }
        assertThat(others).isEmpty();
    }

    @Test
    void noVersionIsOneThatIsKnownToBeVulnerable() throws IOException {
        Map<String, String> versions = new HashMap<>();
        components.forEach(component -> versions.put(
                component.path("group").asText() + ":" + component.path("name").asText(),
                component.path("version").asText()));
        for (String line : table()) {
            String[] columns = line.split("\t");
            String version = versions.get(columns[0]);
            if (columns.length > ACCEPTED) {
                assertThat(columns[ACCEPTED])
                        .as(line + ": why it cannot be reached")
                        .isNotBlank();
                assertThat(isVulnerable(version, columns[1]))
                        .as(line + ": is accepted without need, for there is " + version)
                        .isTrue();
            } else {
                assertThat(isVulnerable(version, columns[1]))
                        .as(line + ", is " + version)
                        .isFalse();
                assertThat(columns[1].equals(NEVER) || version != null).as(line).isTrue();
            }
        }
    }

    private static boolean isVulnerable(String version, String first) {
        return version != null && (first.equals(NEVER) || Arrays.compare(numbers(version), numbers(first)) < 0);
    }

    private static int[] numbers(String version) {
        return Arrays.stream(version.split("[^0-9]+"))
                .mapToInt(Integer::parseInt)
                .toArray();
    }

    private static List<String> table() throws IOException {
        try (InputStream in = BillOfMaterialsTest.class.getResourceAsStream("/vulnerable.tsv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
        }
    }
}

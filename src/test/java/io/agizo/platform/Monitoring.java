package io.agizo.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.Yaml;

/** The files with which the shop is watched, and the figures that they speak of. */
final class Monitoring {

    static final Path FOLDER = Path.of("deploy/monitoring");

    private static final Pattern FIGURE =
            Pattern.compile("\\b(?:agizo|http|hikaricp|jvm|process|system|tomcat|logback|node|probe)_\\w+");

    private Monitoring() {}

    static Map<String, Object> rules() {
        return new Yaml().load(read(FOLDER.resolve("rules/agizo.yml")));
    }

    /** What the dashboard and the rules ask for. */
    static Set<String> askedFor() {
        Set<String> names = new TreeSet<>();
        for (String file : new String[] {"rules/agizo.yml", "dashboards/agizo.json"}) {
            FIGURE.matcher(read(FOLDER.resolve(file))).results().forEach(match -> names.add(match.group()));
        }
        return names;
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

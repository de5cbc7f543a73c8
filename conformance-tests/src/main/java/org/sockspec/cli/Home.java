package org.sockspec.cli;

import java.nio.file.Path;

/** The folder that the launcher stands in. */
final class Home {
    private Home() {}

    static Path path() {
        return Path.of(System.getProperty("sockspec.home", "")).toAbsolutePath();
    }

    /** Writes the folder of the user, which reports need not tell, as a shell would. */
    static String withoutUser(String text) {
        return text.replace(System.getProperty("user.home") + "/", "~/");
    }

    /** Shortens a path under it to one that means the same on every machine. */
    static String relative(String path) {
        var prefix = path() + "/";
        return path.startsWith(prefix) ? path.substring(prefix.length()) : path;
    }
}

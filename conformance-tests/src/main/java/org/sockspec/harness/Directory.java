package org.sockspec.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.sockspec.api.Address;
import org.sockspec.engine.CaseRun;
import org.sockspec.engine.Verdicts;

/** The directory of a case, in which local sockets have their names. It is gone after the case. */
public final class Directory {
    private final CaseRun run;

    Directory(CaseRun run) {
        this.run = run;
    }

    /** Returns the path of the directory itself. */
    public Address path() {
        return new Address.UnixPath(freePath().getParent().toString());
    }

    /** Returns a path below a directory that does not exist. */
    public Address pathInMissingDirectory() {
        return below(address(freePath()), "name");
    }

    /** Returns a path that goes on below another one. */
    public Address below(Address address, String name) {
        return new Address.UnixPath(path(address) + "/" + name);
    }

    /** Creates an empty regular file. */
    public Address regularFile() {
        return make(Files::createFile);
    }

    /** Creates a symbolic link to a file, whether it exists or not. */
    public Address symbolicLinkTo(Address target) {
        return make(link -> Files.createSymbolicLink(link, path(target)));
    }

    /** Creates a symbolic link to itself. */
    public Address symbolicLinkLoop() {
        return make(link -> Files.createSymbolicLink(link, link));
    }

    /** Removes a name. */
    public void unlink(Address address) {
        try {
            Files.delete(path(address));
        } catch (IOException e) {
            throw new Verdicts.Unsupported("the names of its local sockets are not in the file system: " + e);
        }
    }

    private Path freePath() {
        return path(run.freshAddress("server"));
    }

    private Address make(Creation creation) {
        var file = freePath();
        try {
            creation.make(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return address(file);
    }

    private static Path path(Address address) {
        return Path.of(((Address.UnixPath) address).path());
    }

    private static Address address(Path path) {
        return new Address.UnixPath(path.toString());
    }

    @FunctionalInterface
    private interface Creation {
        void make(Path path) throws IOException;
    }
}

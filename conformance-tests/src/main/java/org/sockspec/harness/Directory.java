package org.sockspec.harness;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.sockspec.api.Address;
import org.sockspec.catalogue.Need;
import org.sockspec.engine.CaseRun;
import org.sockspec.engine.Verdicts;
import org.sockspec.fault.privilege.Unprivileged;

/** The directory of a case, in which local sockets have their names. It is gone after the case. */
public final class Directory {
    /** Where the path begins in a struct sockaddr_un. */
    private static final int SUN_PATH = 2;

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

    /** Returns the path of a file that does not exist. */
    public Address freeName() {
        return address(freePath());
    }

    /** Returns the path of a file as it is told inside this directory. */
    public Address relative(Address address) {
        return new Address.UnixPath(path(address).getFileName().toString());
    }

    /** Returns a path that only the length of the address ends, namely where the other path does. */
    public Address unterminated(Address address, Address end) {
        int length = path(end).toString().getBytes(StandardCharsets.UTF_8).length;
        return new Address.Malformed(address, null, SUN_PATH + length);
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
        change(() -> Files.delete(path(address)));
    }

    /** Creates a directory with permission bits such as {@code r-xr-xr-x}. */
    public Address directory(String permissions) {
        return make(folder -> Files.setPosixFilePermissions(
                Files.createDirectory(folder), PosixFilePermissions.fromString(permissions)));
    }

    /** Gives a file or directory permission bits such as {@code r-xr-xr-x}. */
    public void permit(Address address, String permissions) {
        change(() -> Files.setPosixFilePermissions(path(address), PosixFilePermissions.fromString(permissions)));
    }

    /** Returns a directory on a file system that is read-only for the implementation. */
    public Address readOnly() {
        return run.learn(
                Address.class,
                () -> address(
                        run.suite().facility(Need.ROOT, Unprivileged.class).readOnlyFolder()));
    }

    /** Gives a file a new name, which it returns. */
    public Address rename(Address address) {
        var name = freePath();
        change(() -> Files.move(path(address), name));
        return address(name);
    }

    /** Tells whether there is a file of a name. */
    public boolean exists(Address address) {
        return run.learn(Boolean.class, () -> Files.exists(path(address), NOFOLLOW_LINKS));
    }

    /** Returns the type of a file, such as {@code S_IFSOCK}. */
    public String type(Address address) {
        return switch (mode(address) & 0170000) {
            case 0140000 -> "S_IFSOCK";
            case 0100000 -> "S_IFREG";
            case 0040000 -> "S_IFDIR";
            default -> "another";
        };
    }

    /** Returns the permission bits of a file. */
    public int permissions(Address address) {
        return mode(address) & 0777;
    }

    private Path freePath() {
        return path(run.loans().path());
    }

    private int mode(Address address) {
        return run.learn(Integer.class, () -> {
            try {
                return (Integer) Files.getAttribute(path(address), "unix:mode", NOFOLLOW_LINKS);
            } catch (IOException e) {
                throw new AssertionError("expected is a file: " + e, e);
            }
        });
    }

    private void change(Change change) {
        run.learn(Boolean.class, () -> {
            try {
                change.make();
                return true;
            } catch (IOException e) {
                throw notInTheFileSystem(e);
            }
        });
    }

    private static Verdicts.Unsupported notInTheFileSystem(IOException e) {
        return new Verdicts.Unsupported("the names of its local sockets are not in the file system: " + e);
    }

    private Address make(Creation creation) {
        var file = freePath();
        run.learn(Boolean.class, () -> {
            try {
                creation.make(file);
                return true;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return address(file);
    }

    private static Path path(Address address) {
        return Path.of(((Address.UnixPath) address).path());
    }

    private static Address address(Path path) {
        return new Address.UnixPath(path.toString());
    }

    @FunctionalInterface
    private interface Change {
        void make() throws IOException;
    }

    @FunctionalInterface
    private interface Creation {
        void make(Path path) throws IOException;
    }
}

package org.sockspec.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CaseFoldersTest {
    @TempDir
    private Path root;

    @Test
    void lendsAFolderAgainWithoutWhatWasLeftInIt() throws IOException {
        var folders = new CaseFolders(root);
        var folder = folders.lend();
        var inner = Files.createDirectory(folder.resolve("inner"));
        Files.createFile(inner.resolve("file"));
        Files.createSymbolicLink(folder.resolve("link"), Path.of("nowhere"));
        Files.setPosixFilePermissions(inner, PosixFilePermissions.fromString("---------"));
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("---------"));

        folders.takeBack(folder);

        assertThat(folders.lend()).isEqualTo(folder).isEmptyDirectory();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                .isEqualTo("rwxr-xr-x");
    }

    @Test
    void lendsNoFolderTwiceAtOnceAndNoNameTwice() {
        var folders = new CaseFolders(root);

        assertThat(folders.lend()).isNotEqualTo(folders.lend());
        assertThat(folders.freshName()).isNotEqualTo(folders.freshName());
    }
}

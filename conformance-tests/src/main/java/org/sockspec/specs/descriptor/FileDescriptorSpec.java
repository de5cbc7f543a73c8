package org.sockspec.specs.descriptor;

import org.sockspec.api.Call;
import org.sockspec.harness.Clause;
import org.sockspec.harness.Host;

class FileDescriptorSpec {

    @Clause("descriptor.is-file-descriptor")
    void isWhatASocketIsTo(Host host) {
        var socket = host.socket();

        socket.descriptorFlags().succeeds();
        socket.flags().succeeds();
        socket.fstat().succeeds();
        socket.dup().socket().close().succeeds();
        socket.close().succeeds();
    }

    @Clause("descriptor.fstat.socket")
    void ofASocketTellsItsTypeOfFile(Host host) {
        var socket = host.socket();
        int pipe = host.call(new Call.Pipe()).returned().fds().get(0);

        socket.fstat().isOfType("S_IFSOCK");
        socket.as(pipe).fstat().isOfType("S_IFIFO");
    }
}

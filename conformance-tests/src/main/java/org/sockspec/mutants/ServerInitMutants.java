package org.sockspec.mutants;

import static java.util.Map.entry;

import java.util.Map;
import java.util.Set;
import org.sockspec.api.Address;
import org.sockspec.api.Domain;
import org.sockspec.api.Outcome;
import org.sockspec.api.SocketApi;
import org.sockspec.api.SocketFlag;
import org.sockspec.api.SocketType;
import org.sockspec.engine.Helpers;

/** Broken variants of the server helper. */
final class ServerInitMutants {
    static final Map<String, Helpers> BY_CLAUSE = Map.ofEntries(
            entry("server-helper.stream", new BrokenServerInit() {
                @Override
                Outcome bind(SocketApi api, int fd, SocketType type, Address address) {
                    return type == SocketType.SOCK_STREAM && address instanceof Address.WithPort
                            ? Outcome.returned(0)
                            : super.bind(api, fd, type, address);
                }
            }),
            entry("server-helper.seqpacket", new BrokenServerInit() {
                @Override
                boolean listens(SocketType type, Set<SocketFlag> flags) {
                    return flags.isEmpty() && type == SocketType.SOCK_STREAM;
                }
            }),
            entry("server-helper.dgram-not-listening", new BrokenServerInit() {
                @Override
                boolean listens(SocketType type, Set<SocketFlag> flags) {
                    return flags.isEmpty();
                }

                @Override
                Outcome listen(SocketApi api, int fd, int backlog) {
                    api.listen(fd, backlog);
                    return Outcome.returned(0);
                }
            }),
            entry("server-helper.family-from-address", new BrokenServerInit() {
                @Override
                Domain familyOf(Address address) {
                    return address instanceof Address.Inet ? Domain.AF_INET6 : super.familyOf(address);
                }

                @Override
                Outcome bind(SocketApi api, int fd, SocketType type, Address address) {
                    var mapped = address instanceof Address.Inet inet
                            ? new Address.Inet6("::ffff:" + inet.host(), inet.port())
                            : address;
                    return super.bind(api, fd, type, mapped);
                }
            }),
            entry("server-helper.queue-length", new BrokenServerInit() {
                @Override
                Outcome listen(SocketApi api, int fd, int backlog) {
                    return super.listen(api, fd, 128);
                }
            }),
            entry("server-helper.port-zero", new BrokenServerInit() {
                @Override
                Outcome bind(SocketApi api, int fd, SocketType type, Address address) {
                    return address instanceof Address.WithPort withPort && withPort.port() == 0
                            ? Outcome.returned(0)
                            : super.bind(api, fd, type, address);
                }
            }),
            entry("server-helper.attributes", new BrokenServerInit() {
                @Override
                Set<SocketFlag> flags(Set<SocketFlag> given) {
                    return Set.of(SocketFlag.SOCK_CLOEXEC);
                }
            }),
            entry("server-helper.type-with-flags", new BrokenServerInit() {
                @Override
                Set<SocketFlag> flags(Set<SocketFlag> given) {
                    return Set.of();
                }
            }),
            entry("server-helper.error.socket", new BrokenServerInit() {
                @Override
                boolean goesOnAfterSocketFailed() {
                    return true;
                }
            }),
            entry("server-helper.error.bind", new BrokenServerInit() {
                @Override
                boolean goesOnAfterBindFailed() {
                    return true;
                }
            }),
            entry("server-helper.error.listen", new BrokenServerInit() {
                @Override
                Outcome listen(SocketApi api, int fd, int backlog) {
                    super.listen(api, fd, backlog);
                    return Outcome.returned(0);
                }
            }),
            entry("server-helper.error.errno-survives-close", new BrokenServerInit() {
                @Override
                Outcome close(SocketApi api, int fd, Outcome failure) {
                    return api.close(fd) instanceof Outcome.Failed closing ? closing : failure;
                }
            }),
            entry("server-helper.error.no-leak", new BrokenServerInit() {
                @Override
                boolean closesAfterBind() {
                    return false;
                }
            }),
            entry("server-helper.error.address-free", new BrokenServerInit() {
                @Override
                boolean closesAfterListen() {
                    return false;
                }
            }));

    private ServerInitMutants() {}
}

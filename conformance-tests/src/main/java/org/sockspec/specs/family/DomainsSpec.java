package org.sockspec.specs.family;

import static org.sockspec.api.Domain.AF_INET;
import static org.sockspec.api.Domain.AF_INET6;
import static org.sockspec.api.Domain.AF_UNIX;
import static org.sockspec.api.Domain.AF_UNSPEC;
import static org.sockspec.api.Protocol.DEFAULT;
import static org.sockspec.api.SocketOption.SO_DOMAIN;

import java.util.List;
import org.sockspec.api.SocketType;
import org.sockspec.harness.Clause;
import org.sockspec.harness.Host;

class DomainsSpec {

    @Clause("family.create.distinct-domains")
    void areThreeAndUnspecIsNone(SocketType type, Host host) {
        for (var domain : List.of(AF_INET, AF_INET6, AF_UNIX)) {
            host.socket(domain, type).get(SO_DOMAIN).hasValue(domain.name());
        }
        host.createSocket(AF_UNSPEC, type, DEFAULT).fails();
    }
}

package org.sockspec.specs.options;

import static org.sockspec.api.SocketOption.SO_DOMAIN;

import org.sockspec.api.Domain;
import org.sockspec.harness.Clause;
import org.sockspec.harness.Host;

class DomainSpec {

    @Clause("options.so-domain.value")
    void isTheOneTheSocketWasCreatedIn(Domain domain, Host client, Host server) {
        client.socket().get(SO_DOMAIN).hasValue(domain.name());

        var connection = client.connectWith(server);
        connection.client().get(SO_DOMAIN).hasValue(domain.name());
        connection.server().get(SO_DOMAIN).hasValue(domain.name());
    }
}

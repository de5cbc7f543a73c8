package org.sockspec.harness;

import java.util.EnumMap;
import java.util.function.UnaryOperator;
import org.sockspec.catalogue.Catalogue;
import org.sockspec.catalogue.Need;
import org.sockspec.catalogue.Profile;
import org.sockspec.engine.Baseline;
import org.sockspec.engine.Budgets;
import org.sockspec.engine.CaseFolders;
import org.sockspec.engine.Facility;
import org.sockspec.engine.Helpers;
import org.sockspec.engine.Implementation;
import org.sockspec.engine.Recorder;
import org.sockspec.engine.Suite;
import org.sockspec.engine.TesteePool;
import org.sockspec.fault.network.TwoNamespaces;
import org.sockspec.fault.toxiproxy.Choice;
import org.sockspec.fault.toxiproxy.ProxyFacility;
import org.sockspec.janitor.Janitor;

/** Puts a suite together from choices that all have a default. */
public final class SuiteBuilder {
    private Profile profile = Profile.POSIX;
    private Recorder recorder = report -> {};
    private final Implementation implementation = Implementation.reference();

    public SuiteBuilder profile(Profile chosen) {
        profile = chosen;
        return this;
    }

    public SuiteBuilder recorder(Recorder chosen) {
        recorder = chosen;
        return this;
    }

    public Suite build() {
        var janitor = Janitor.start();
        UnaryOperator<Process> watch = janitor::watch;
        var facilities = new EnumMap<Need, Facility>(Need.class);
        facilities.put(
                Need.NETNS, new TwoNamespaces(wrap -> new TesteePool(() -> implementation.start(watch, wrap)), watch));
        facilities.put(Need.FAULT_PROXY, ProxyFacility.start(Choice.parse("auto"), janitor));
        return new Suite(
                Catalogue.own(),
                profile,
                Baseline.NONE,
                Budgets.measured(),
                new TesteePool(() -> implementation.start(watch, UnaryOperator.identity())),
                new CaseFolders(janitor.temporaryFolder("")),
                facilities,
                Helpers.PORTABLE,
                recorder);
    }
}

package org.sockspec.harness;

import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.sockspec.api.SocketApi;
import org.sockspec.catalogue.Catalogue;
import org.sockspec.catalogue.Need;
import org.sockspec.catalogue.Profile;
import org.sockspec.engine.Baseline;
import org.sockspec.engine.Budgets;
import org.sockspec.engine.CaseFolders;
import org.sockspec.engine.Cast;
import org.sockspec.engine.EarlyStart;
import org.sockspec.engine.Helpers;
import org.sockspec.engine.Implementation;
import org.sockspec.engine.Leases;
import org.sockspec.engine.Recorder;
import org.sockspec.engine.Suite;
import org.sockspec.engine.TesteePool;
import org.sockspec.fault.network.TwoNamespaces;
import org.sockspec.fault.privilege.Unprivileged;
import org.sockspec.fault.toxiproxy.Choice;
import org.sockspec.fault.toxiproxy.ProxyFacility;
import org.sockspec.janitor.Janitor;
import org.sockspec.protocol.InProcessTestee;

/** Puts a suite together from choices that all have a default. */
public final class SuiteBuilder {
    private Implementation implementation = Implementation.reference();
    private @Nullable SocketApi inThisProcess;
    private @Nullable String part;
    private Profile profile = Profile.POSIX;
    private Function<Catalogue, Baseline> baseline = catalogue -> Baseline.NONE;
    private OptionalDouble timeScale = OptionalDouble.empty();
    private Recorder recorder = report -> {};
    private UnaryOperator<Process> watch = UnaryOperator.identity();
    private Consumer<String> leakReporter = leak -> {};
    private Choice toxiproxy = Choice.parse("auto");

    public SuiteBuilder implementation(Implementation chosen) {
        implementation = chosen;
        return this;
    }

    /** Calls the implementation in this virtual machine, where a debugger can follow; a crash then ends the run. */
    public SuiteBuilder inThisProcess(SocketApi api) {
        inThisProcess = api;
        return this;
    }

    /** Has the implementation play one host, client or server, against the reference. */
    public SuiteBuilder against(String chosenPart) {
        part = chosenPart;
        return this;
    }

    public SuiteBuilder profile(Profile chosen) {
        profile = chosen;
        return this;
    }

    /** Reads the baseline once the catalogue is there. */
    public SuiteBuilder baseline(Function<Catalogue, Baseline> chosen) {
        baseline = chosen;
        return this;
    }

    /** Fixes the factor on the time budgets, which is measured otherwise. */
    public SuiteBuilder timeScale(double chosen) {
        timeScale = OptionalDouble.of(chosen);
        return this;
    }

    public SuiteBuilder recorder(Recorder chosen) {
        recorder = chosen;
        return this;
    }

    /** Chooses where the Toxiproxy server comes from. */
    public SuiteBuilder toxiproxy(Choice chosen) {
        toxiproxy = chosen;
        return this;
    }

    /** Registers every process that the suite starts. */
    public SuiteBuilder watch(UnaryOperator<Process> chosen) {
        watch = chosen;
        return this;
    }

    /** Is told, in a sentence, of every testee that is replaced because it leaks. */
    public SuiteBuilder leakReporter(Consumer<String> chosen) {
        leakReporter = chosen;
        return this;
    }

    /** Starts the first testee and builds the rest of the suite meanwhile. */
    public Suite build() {
        var janitor = Janitor.start();
        UnaryOperator<Process> register = process -> watch.apply(janitor.watch(process));
        Implementation.Launcher launcher = process -> watch.apply(janitor.start(process));
        var own = new TesteePool(starter(launcher), leakReporter);
        var cast = part == null
                ? Cast.whole(own)
                : Cast.of(
                        part,
                        own,
                        new TesteePool(() -> Implementation.reference().start(launcher, UnaryOperator.identity())),
                        profile == Profile.POSIX ? Baseline.ofTheReference(Catalogue.own()) : Baseline.NONE);
        var leases = new Leases();
        var proxies = new ProxyFacility(toxiproxy, janitor);
        Suite.Homes.Pools pools =
                (host, wrap) -> new TesteePool(() -> player(host).start(launcher, wrap));
        var network = new TwoNamespaces(pools, register);
        var unprivileged = new Unprivileged(pools, janitor.temporaryFolder(""));
        var budgets = CompletableFuture.supplyAsync(this::budgets, task -> new Thread(task, "noise").start());
        var catalogue = Catalogue.own();
        return new Suite(
                catalogue,
                profile,
                baseline.apply(catalogue),
                budgets.join(),
                cast,
                new CaseFolders(janitor.temporaryFolder("")),
                leases,
                Map.of(Need.NETNS, network, Need.ROOT, unprivileged, Need.FAULT_PROXY, proxies),
                Helpers.PORTABLE,
                recorder,
                () -> {
                    network.close();
                    unprivileged.close();
                    proxies.close();
                    leases.close();
                    janitor.close();
                });
    }

    private Implementation player(String host) {
        return Cast.isOwn(part, host) ? player() : Implementation.reference();
    }

    private Implementation player() {
        return timeScale.isPresent() ? implementation.scaled(timeScale.getAsDouble()) : implementation;
    }

    private TesteePool.Starter starter(Implementation.Launcher launcher) {
        var api = inThisProcess;
        return api != null
                ? () -> new InProcessTestee(api)
                : new EarlyStart(() -> player().start(launcher, UnaryOperator.identity()));
    }

    private Budgets budgets() {
        return timeScale.isPresent() ? Budgets.scaled(timeScale.getAsDouble()) : Budgets.measured();
    }
}

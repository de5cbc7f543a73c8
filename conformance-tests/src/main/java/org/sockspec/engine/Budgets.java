package org.sockspec.engine;

import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The two time budgets of a run. What must happen is waited for generously and left early; what must not happen is
 * watched for shortly. Both grow with the noise of the machine.
 *
 * @param noiseMs how late a timer of 1 ms fired on this machine, 95th percentile
 * @param scale the factor on both budgets
 * @param mustHappen how long something may take that must happen
 * @param mustNotHappen how long something is watched that must not happen
 */
public record Budgets(double noiseMs, double scale, Duration mustHappen, Duration mustNotHappen) {
    private static final int SAMPLES = 20;
    private static final double QUIET_MS = 2;
    private static final Duration MUST_HAPPEN = Duration.ofSeconds(10);
    private static final Duration MUST_NOT_HAPPEN = Duration.ofMillis(20);

    /** Measures the machine's scheduling noise and scales the budgets by it. */
    public static Budgets measured() {
        double noise = noise();
        return of(noise, Math.max(1, noise / QUIET_MS));
    }

    /** Measures the noise for the record, and scales by a given factor. */
    public static Budgets scaled(double scale) {
        return of(noise(), scale);
    }

    private static Budgets of(double noise, double scale) {
        return scaled(noise, Math.ceil(scale * 100) / 100);
    }

    /** Returns the budgets of a run of which noise and scale are known. */
    public static Budgets scaled(double noise, double scale) {
        return new Budgets(noise, scale, times(MUST_HAPPEN, scale), times(MUST_NOT_HAPPEN, scale));
    }

    private static Duration times(Duration budget, double scale) {
        return Duration.ofNanos((long) (budget.toNanos() * scale));
    }

    private static double noise() {
        var never = new CompletableFuture<Void>();
        var late = new double[SAMPLES];
        for (int i = 0; i < SAMPLES; i++) {
            long start = System.nanoTime();
            try {
                never.get(1, TimeUnit.MILLISECONDS);
            } catch (TimeoutException expected) {
                late[i] = (System.nanoTime() - start) / 1e6 - 1;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (ExecutionException e) {
                throw new IllegalStateException(e);
            }
        }
        Arrays.sort(late);
        return late[SAMPLES * 95 / 100 - 1];
    }
}

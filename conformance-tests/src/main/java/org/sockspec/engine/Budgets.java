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
 * @param scale the factor on both budgets, 1 or more
 */
public record Budgets(double noiseMs, double scale) {
    private static final int SAMPLES = 20;
    private static final double QUIET_MS = 2;

    /** Measures the machine's scheduling noise and scales the budgets by it. */
    public static Budgets measured() {
        double noise = noise();
        return new Budgets(noise, Math.max(1, noise / QUIET_MS));
    }

    /** Measures the noise for the record, and scales by a given factor. */
    public static Budgets scaled(double scale) {
        return new Budgets(noise(), scale);
    }

    /** Returns how long something may take that must happen. */
    public Duration mustHappen() {
        return Duration.ofMillis((long) (10_000 * scale));
    }

    /** Returns how long something is watched that must not happen. */
    public Duration mustNotHappen() {
        return Duration.ofMillis((long) (20 * scale));
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

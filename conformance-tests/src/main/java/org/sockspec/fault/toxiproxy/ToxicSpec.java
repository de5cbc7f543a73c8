package org.sockspec.fault.toxiproxy;

import eu.rekawek.toxiproxy.model.ToxicDirection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Describe one toxic: what happens to the bytes of one direction.
 *
 * @param name unique within its proxy
 * @param toxicity the share of connections that it acts on, 0 to 1
 * @param attributes what its type takes, by Toxiproxy's own names
 */
public record ToxicSpec(
        String name, String type, ToxicDirection direction, double toxicity, Map<String, Long> attributes) {

    public ToxicSpec {
        if (toxicity < 0 || toxicity > 1) {
            throw new IllegalArgumentException("The toxicity of " + name + " is " + toxicity + ", not between 0 and 1");
        }
        attributes.forEach((attribute, value) -> {
            if (value < 0) {
                throw new IllegalArgumentException(attribute + " of " + name + " is negative: " + value);
            }
        });
        attributes = Map.copyOf(attributes);
    }

    /** Delay each chunk by {@code millis}, plus or minus {@code jitterMillis}. */
    public static ToxicSpec latency(long millis, long jitterMillis) {
        return of("latency", Map.of("latency", millis, "jitter", jitterMillis));
    }

    /** Pace the bytes; rate 0 stalls without loss until the toxic is removed. */
    public static ToxicSpec bandwidth(long kilobytesPerSecond) {
        return of("bandwidth", Map.of("rate", kilobytesPerSecond));
    }

    /** Cut chunks into pieces of {@code averageSize} bytes, with {@code delayMicros} between them. */
    public static ToxicSpec slicer(long averageSize, long delayMicros) {
        if (averageSize < 1) {
            // Size 0 ends the whole server with a stack overflow.
            throw new IllegalArgumentException("The slicer needs an average size of at least 1 byte");
        }
        return of("slicer", Map.of("average_size", averageSize, "size_variation", 0L, "delay", delayMicros));
    }

    /** Pass {@code bytes}, then close. */
    public static ToxicSpec limitData(long bytes) {
        return of("limit_data", Map.of("bytes", bytes));
    }

    /** Drop all data, and close {@code millis} after the last chunk; 0 never closes. */
    public static ToxicSpec timeout(long millis) {
        return of("timeout", Map.of("timeout", millis));
    }

    /** Delay only the close after the end of the stream. */
    public static ToxicSpec slowClose(long millis) {
        return of("slow_close", Map.of("delay", millis));
    }

    /** Reset both ends {@code millis} after the first chunk; acts on connections opened after it was added. */
    public static ToxicSpec resetPeer(long millis) {
        return of("reset_peer", Map.of("timeout", millis));
    }

    /** Make every end of a connection a reset, and touch no data: with {@link ProxyControl#disable()} a reset on demand. */
    public static ToxicSpec resetOnClose() {
        return resetPeer(0).toxicity(0);
    }

    /** Act on what the server sends to the client (the default). */
    public ToxicSpec downstream() {
        return directed(ToxicDirection.DOWNSTREAM);
    }

    /** Act on what the client sends to the server. */
    public ToxicSpec upstream() {
        return directed(ToxicDirection.UPSTREAM);
    }

    /** Act on this share of the connections only. */
    public ToxicSpec toxicity(double share) {
        return new ToxicSpec(name, type, direction, share, attributes);
    }

    /** Give it another name than {@code type_direction}. */
    public ToxicSpec named(String other) {
        return new ToxicSpec(other, type, direction, toxicity, attributes);
    }

    Map<String, Object> json() {
        var json = new LinkedHashMap<String, Object>();
        json.put("name", name);
        json.put("type", type);
        json.put("stream", word(direction));
        json.put("toxicity", toxicity);
        json.put("attributes", attributes);
        return json;
    }

    private ToxicSpec directed(ToxicDirection other) {
        var unnamed = name.equals(defaultName(type, direction));
        return new ToxicSpec(unnamed ? defaultName(type, other) : name, type, other, toxicity, attributes);
    }

    private static ToxicSpec of(String type, Map<String, Long> attributes) {
        return new ToxicSpec(
                defaultName(type, ToxicDirection.DOWNSTREAM), type, ToxicDirection.DOWNSTREAM, 1, attributes);
    }

    private static String defaultName(String type, ToxicDirection direction) {
        return type + "_" + word(direction);
    }

    private static String word(ToxicDirection direction) {
        return direction.name().toLowerCase(Locale.ROOT);
    }
}

package org.citycase.collect;

import java.time.Instant;
import java.util.List;
import org.citycase.casefile.Channel;
import org.citycase.casefile.SentPhoto;
import org.citycase.supervise.HotlineCall;

/**
 * A report at the door, as told: nothing in it is checked yet.
 *
 * @param category code of the minor, e.g. {@code E01-10}
 * @param condition the filing condition claimed, or null
 * @param measure in the unit of the condition, or null
 * @param lat degrees, null when the component's place is meant
 * @param foundAt when it was found; null for now
 * @param quick whether the finder already mended it and asks to close (快速处置)
 * @param guard whether the finder keeps guard at a danger since then (守护)
 * @param hotline the call it came by, when the reply has a limit of its own; null else
 */
public record Report(
    Channel channel,
    String category,
    String condition,
    Double measure,
    String description,
    Double lat,
    Double lng,
    String address,
    String component,
    String reporterName,
    String reporterPhone,
    Instant foundAt,
    List<SentPhoto> photos,
    List<SentPhoto> afterPhotos,
    boolean quick,
    boolean guard,
    HotlineCall hotline) {}

package org.citycase.casefile;

import org.citycase.rules.OneOf;
import org.citycase.rules.QuestionTo;

/**
 * Asked when a unit wants to return a case (回退), to extend its limit (延期) or to hold it (挂账): may
 * it, and who decides?
 *
 * @param coordinated whether a coordinator named the unit (首接负责)
 * @param overdue whether the case is overdue at this instant
 * @param pending whether another extension or hold of the case waits for its decision
 * @param grantedBefore how many requests of this kind were granted in this case
 * @param refusedBefore how many requests of this kind were refused to this unit in this case
 * @param returnsBefore how often any unit asked to return this case
 * @param newGround whether the unit names a ground it did not name before
 * @param urgent whether the limit runs in urgent hours
 * @param madeSafe whether the unit proved by a photo that the danger is over (已排险)
 */
@QuestionTo(table = "request-standard", answer = RequestRuling.class)
public record RequestQuestion(
    @OneOf({"return", "extension", "hold"}) String kind,
    boolean coordinated,
    boolean overdue,
    boolean pending,
    int grantedBefore,
    int refusedBefore,
    int returnsBefore,
    boolean newGround,
    boolean urgent,
    boolean madeSafe) {}

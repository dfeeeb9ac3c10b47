package org.citycase.process;

/** An incident was given into the care of an administrator; published in that transaction. */
public record IncidentHandedOver(Incident incident) {}

package org.citycase.casefile;

/** A report (上报) was taken in and has a case number; published in its transaction. */
public record CaseReported(String caseNumber, Channel channel) {}

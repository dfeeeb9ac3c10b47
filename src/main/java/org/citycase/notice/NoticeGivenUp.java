package org.citycase.notice;

/** A notice was tried often enough and did not leave the house; published in a transaction. */
public record NoticeGivenUp(Notice notice, int attempts, String failure) {}

package org.citycase.casefile;

/** A photo as it comes in: its name and its bytes; what it claims to be is not believed. */
public record SentPhoto(String name, byte[] content) {}

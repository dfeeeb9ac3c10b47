package org.citycase.standard;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import java.util.List;

/**
 * Somebody who works with cases.
 *
 * @param user the name to sign in with
 * @param groups e.g. {@code collectors}, {@code unit-LAMP-CO}
 * @param district code of the district or grid the person works in; null for the whole city
 * @param unit code of the person's unit; null for people of the centre
 */
@Embeddable
public record Person(
    @Column(name = "user_name") String user,
    String name,
    @Column(name = "group_names") @Convert(converter = Words.class) List<String> groups,
    String district,
    String unit) {}

/**
 * The pages and what all pages and answers share: start page, refusals as RFC 9457 problems, the
 * owners' forms.
 *
 * <p>Neighbours: access.
 */
@org.springframework.modulith.ApplicationModule(displayName = "web")
package org.citycase.web;

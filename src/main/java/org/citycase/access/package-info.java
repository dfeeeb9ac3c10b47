/** Who may come in and what each may see. */
@org.springframework.modulith.ApplicationModule(
    displayName = "access",
    allowedDependencies = {})
package org.citycase.access;

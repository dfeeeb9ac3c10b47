/**
 * Benchmark programs, started by hand with the Maven profile {@code bench}; they assert nothing
 * about time.
 */
package org.citycase.bench;

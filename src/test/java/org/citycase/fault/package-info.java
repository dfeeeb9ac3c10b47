/**
 * Fault runs, started by hand with the Maven profile {@code faults}: real nodes, each a process of
 * its own, on a real MySQL, under load, while something dies. They end with a table and with 1 when
 * a promise was broken.
 */
package org.citycase.fault;

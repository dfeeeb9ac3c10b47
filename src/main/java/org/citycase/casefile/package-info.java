/**
 * The case file: facts, states and legal moves, number, attachments and the append-only case log.
 * Refuses what the law refuses, whoever calls.
 *
 * <p>The legal moves, by the numbers they are called everywhere in the house:
 *
 * <ul>
 *   <li>T01 a collector's report is born TO_FILE, T02 every other one REPORTED
 *   <li>T03 to verification (核实), T04 found true and passed on, T05 found untrue and rejected
 *   <li>T06 out of scope, rejected with advice, T07 merged into an open case (并案)
 *   <li>T08 filed (立案), T09 not filed, T10 sent back because data is missing
 *   <li>T11 dispatched, T12 to coordination, T13 coordinated with main unit and co-units
 *   <li>T14 accepted by the unit, T15 return asked, T16 return decided, T17 not a city matter
 *   <li>T18 extension, T19 suspended (挂账), T20 resumed, T21 fed back, T22 check ordered (核查)
 *   <li>T23 check passed, T24 rework (返工), T25 closed (结案), T26 checked again
 *   <li>T27 voided (作废), T28 quick handling, T29 reopened after the call to the reporter
 *   <li>T30 supervision or instruction (督办、批示), the state stays
 * </ul>
 */
@org.springframework.modulith.ApplicationModule(
    displayName = "casefile",
    allowedDependencies = {"access", "clock", "database", "rules", "standard", "trail"})
package org.citycase.casefile;

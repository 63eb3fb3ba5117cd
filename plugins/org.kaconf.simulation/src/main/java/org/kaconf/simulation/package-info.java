/**
 * What a cluster does when something fails, found out before it fails: {@link org.kaconf.simulation.FailoverAnalysis} drives the state machine of the
 * daemon over a simulated segment in virtual time, through every single fault and the recovery from it, in the phases in which it takes longest.
 */
package org.kaconf.simulation;

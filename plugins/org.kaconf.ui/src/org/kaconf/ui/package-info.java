/** The Eclipse editor of the Kaconf language: a thin bridge from the Generic Editor to the services of org.kaconf.ide. */
package org.kaconf.ui;

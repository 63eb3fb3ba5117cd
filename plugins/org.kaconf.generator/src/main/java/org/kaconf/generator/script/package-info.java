/** The check scripts: POSIX shell programs made from {@link org.kaconf.model.CheckSpec}. */
package org.kaconf.generator.script;

/** The model as JSON: the form in which the generator hands a node to the runtime ({@code node.json}). */
package org.kaconf.model.json;

/**
 * The partner API of the running hub, asked over HTTP as partners' systems do; every answer is held
 * against the description that the hub itself publishes.
 */
package shutaf.api;

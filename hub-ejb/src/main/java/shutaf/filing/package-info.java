/**
 * The record of partners' purchase files. Before intake: which file comes next, who posts it and
 * how far it got. It knows no file system and no format; whoever reads the files keeps them.
 */
package shutaf.filing;

/**
 * Purchase files through the running hub: dropped into a folder, answered in another, counted in
 * the books.
 */
package shutaf.files;

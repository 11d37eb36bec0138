/// JSON values, canonical bytes, the model's documents, content hashes and the hash tree.
package dev.dryrun.json;

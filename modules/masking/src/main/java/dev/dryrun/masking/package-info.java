/// The masker and the type that only it can make.
package dev.dryrun.masking;

// Package embedded is the laptop's place of the cloud services: the table,
// the queues, the mailbox in place of SES, the inbound bucket and the clock,
// all in one bbolt file and its journal, which belong together: what the
// journal holds is not in the other yet. Each behaves as the service it stands
// for, so far as Heed can tell; what something means to Heed is not known here.
//
// Whatever a call acknowledges has been fsynced. Concurrent writers share an
// fsync, see File.
//
//	bucket         key                              value
//	-------------  -------------------------------  ------------------------------------------
//	settings       format, journal, ahead           of the file; the journal's generation; nanoseconds the clock is ahead
//	items          length of pk (2 bytes), pk, sk   version, expiry, index keys, data
//	due, answered  index key, escaped; items' key   nothing: the index is in its keys
//	queue/<name>   number, 8 bytes                  attempts, when put, group, key, body
//	dead/<name>    number, 8 bytes                  the same, and when it died
//	mails          number, 8 bytes                  the mail as JSON
//	mail-ids       mail id                          number of the mail
//	objects        key                              bytes
//
// Numbers are big endian and only rise, so that queues and mails are written
// at the right edge of their trees.
package embedded

// Package table is the one narrow door to the one table, and the design of
// its keys. Two engines stand behind it: cloud/dynamo and embedded. One suite
// (tabletest) holds both to the same behaviour and the same bill.
//
// What an item's bytes mean is not known here; that is package records.
//
//	item          partition key              sort key                     rests here
//	------------  -------------------------  ---------------------------  ------------------------------------------
//	row           day#2026-11-21#f           row id, 16 bytes             one touchpoint's life in one program; the
//	                                                                      day is the decision's, in the program's
//	                                                                      zone; f is the shard, 0 to f
//	scope         c#<hash> or a#<hash>       0                            ledger, event counts, decided touchpoints
//	  page        the same                   1 <number, 4 bytes>          older decided touchpoints
//	  former      the same                   2 <hash> <number, 4 bytes>   those of a former identity that it took over
//	cell          cells#<program>            <dim> 0 <day, 4 bytes> value sums of one day and dimension value
//	  month       the same                   <dim> 1 <day, 4 bytes> value a month's cells merged, under its first day
//	  state       the same                   2 <day, 4 bytes>             whether that month's cells are the sum of its days
//	  part        cells#<program>#<name>     number, 1 byte               part of a cell too large for one item
//	sheet         sheets#<program>           name 0 period                finished numbers, as a page shows them
//	  contents    the same                   0                            what each of them was made of, and when
//	mark          mark                       day, 4 bytes                 a day that the next roll-up recomputes
//	config        config#<version>           part, 1 byte                 the text of surveys.yaml
//	kept          kept#2026-11-21            id, 16 bytes, part, 1 byte   a verified delivery that was not understood
//	tally         tally#<source>             day, 4 bytes                 what came to a source's door that day
//	alias         alias#<source>#<hash>      0                            sealed: whom a source means by an id of its own, or
//	                                                                      whom a touchpoint that names nobody happened to
//	notice        notice#                    day, 4 bytes, its name       what the team is told by mail; the day is the answer's,
//	                                                                      the last there is for what is of no answer
//	control       control#<name>             0                            pause, the sender's lease, the roll-up's place,
//	                                                                      the programs' paces, whose scope it is
//	  home        control#pause              home                         the table's own name, so that a restored one is known
//	  audited     control#rollup             audited                      the last day whose draws were audited
//	  looked      control#lease              looked                       until when answers were looked at, to tell the team of
//	  held        control#pace               held                         what paces held back lately, day by day
//
//	index         partition                  sort key                     holds
//	------------  -------------------------  ---------------------------  ------------------------------------------
//	due           row                        due, 8 bytes, row id         invitations not yet sent or not yet known sent
//	answered      row                        answered, 8 bytes, row id    rows with a response
//
// Times in keys are milliseconds since 1970, days are days since 1970, both
// big endian, so that bytes sort as time does. Attribute names are short
// because DynamoDB bills them: pk, sk, v (version), d (data), x (index
// partition), due, ans, ttl.
package table

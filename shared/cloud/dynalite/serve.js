// Serves dynalite on a free port of this machine, says which on standard
// output, and ends when standard input does, that is with whoever started it.
'use strict'

const server = require('dynalite')({ createTableMs: 0, deleteTableMs: 0, updateTableMs: 0 })

process.stdin.on('end', () => process.exit(0)).resume()
server.listen(0, '127.0.0.1', () => console.log(server.address().port))

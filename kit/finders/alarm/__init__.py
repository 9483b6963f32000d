"""Do two passages of one text agree? What the alarm and the ledger build on."""

"""The parts of the ledger: one module for each kind of row, and what they share."""

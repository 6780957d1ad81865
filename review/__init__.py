"""Who decides: the command `foresaid` and the web desk. Asks the warehouse, starts flows, infers nothing."""

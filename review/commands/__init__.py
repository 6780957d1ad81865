"""The verbs of the command `foresaid`, a module per noun. `review.cli` imports one only when it is called."""

"""How good extraction is: the contract's scores, their intervals, the gate that holds them."""

"""Labelled text: the form it is kept in, the checks it must pass, and how it is joined to its articles."""

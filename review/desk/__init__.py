"""The web desk: where reviewers settle predictions and the record says who was right.

Server-rendered pages that work without scripts; htmx and a few lines of our own make them quicker. Every page reads the
board and takes no lock; every decision goes through the warehouse's door. The desk listens on this machine alone.
"""

"""Training the tagger: labelled text in, a checkpoint folder out. Needs the `train` extra."""

"""The tagger: one transformer pass over an article that scores spans and marks their parts."""

"""Other extractors behind the same interface, chosen by FORESAID_EXTRACTOR (docs/model.md).

`checkpoint` is any `transformers` checkpoint for token classification; `causal` a generative model run here with its
decoding constrained to the schema of an answer; `endpoint` one that an OpenAI-compatible server runs. None of them is
imported unless it is chosen, and what they need beyond the plain installation is an extra.
"""

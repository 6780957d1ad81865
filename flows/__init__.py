"""When it runs: the readers of the outside world, the stages without Prefect, and the thin Prefect flows over them.

`readers` turn a source into articles, `regions` marks what is not to be read for assertions, `pipeline` joins
reading, extracting and storing. Only `runs`, `artifacts` and `deployments` import Prefect.
"""

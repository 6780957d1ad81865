"""What is measured, and how: each module is run by itself, `python -m benchmarks.NAME`."""

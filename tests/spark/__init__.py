"""What holds on a Spark cluster: run by `make spark-test`."""

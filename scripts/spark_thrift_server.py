"""The Thrift server through which dbt speaks to Spark, with the project's Python functions registered.

Run by spark-submit. All connections share one session (`spark.sql.hive.thriftServer.singleSession`), for functions
written in Python belong to a session.
"""

from __future__ import annotations

import signal
import sys
from pathlib import Path

from pyspark.sql import SparkSession

FUNCTIONS = Path(__file__).resolve().parent.parent / "macros" / "python"


def main() -> None:
    """Open the session, register the functions, listen, and wait to be stopped."""
    sys.path.insert(0, str(FUNCTIONS))
    from spark_functions import register_functions  # noqa: PLC0415  # found only on the path set above

    session = SparkSession.builder.appName("firstparty").enableHiveSupport().getOrCreate()
    for module in sorted(FUNCTIONS.glob("*.py")):
        session.sparkContext.addPyFile(str(module))
    register_functions(session)
    virtual_machine = session.sparkContext._jvm
    virtual_machine.org.apache.spark.sql.hive.thriftserver.HiveThriftServer2.startWithContext(
        session._jsparkSession.sqlContext()
    )
    signal.pause()


if __name__ == "__main__":
    main()

"""The Thrift server through which dbt speaks to Spark, with the project's Python functions registered.

Run by spark-submit. All connections share one session, for functions written in Python belong to a session; moments
are in UTC, as everywhere in the project.

A server that is killed while it writes a Parquet table leaves a folder that belongs to no table, and Spark refuses to
make a table where a folder is. With `--remove-orphans` such folders of the warehouse are removed at the start: only for
a warehouse on this machine's disk that nobody else uses.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import time
from pathlib import Path

from pyspark.sql import SparkSession

FUNCTIONS = Path(__file__).resolve().parent.parent / "macros" / "python"


def remove_orphans(session: SparkSession) -> None:
    """Remove the folders of the warehouse, schema by schema, that belong to no table.

    The folder of schema `default` holds those of the other schemas, and the project makes nothing there.
    """
    for database in session.catalog.listDatabases():
        if database.name == "default":
            continue
        tables = {table.name for table in session.catalog.listTables(database.name)}
        for folder in Path(database.locationUri.removeprefix("file:")).glob("*/"):
            if folder.name not in tables:
                shutil.rmtree(folder)


def main() -> None:
    """Open the session, register the functions, listen, and end with the virtual machine that holds them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--remove-orphans", action="store_true")
    arguments = parser.parse_args()
    sys.path.insert(0, str(FUNCTIONS))
    from spark_functions import register_functions  # noqa: PLC0415  # found only on the path set above

    session = (
        SparkSession.builder.appName("firstparty")
        .config("spark.sql.hive.thriftServer.singleSession", "true")
        .config("spark.sql.session.timeZone", "UTC")
        .enableHiveSupport()
        .getOrCreate()
    )
    for module in sorted(FUNCTIONS.glob("*.py")):
        session.sparkContext.addPyFile(str(module))
    register_functions(session)
    if arguments.remove_orphans:
        remove_orphans(session)
    virtual_machine = session.sparkContext._jvm
    virtual_machine.org.apache.spark.sql.hive.thriftserver.HiveThriftServer2.startWithContext(
        session._jsparkSession.sqlContext()
    )
    virtual_machine_process = os.getppid()
    while os.getppid() == virtual_machine_process:
        time.sleep(1)


if __name__ == "__main__":
    main()

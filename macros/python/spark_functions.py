"""Registers the project's Python functions with a Spark session, as Arrow UDFs under the same names as on DuckDB."""

from pyspark.sql import SparkSession
from pyspark.sql.functions import arrow_udf
from pyspark.sql.types import DoubleType, StringType
from text_columns import NUMBER, TEXT
from warehouse_functions import warehouse_functions

TYPES = {TEXT: StringType(), NUMBER: DoubleType()}


def register_functions(session: SparkSession) -> None:
    """Make the functions callable in SQL in this session.

    The secret key is read from the driver's environment. The executors need the modules of this folder on their path.
    """
    for name, (function, _, result_type) in warehouse_functions().items():
        session.udf.register(name, arrow_udf(function, TYPES[result_type]))

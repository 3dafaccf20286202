"""A Spark cluster of several processes on this machine: a standalone master, workers, and a Thrift server for dbt.

What it makes lies in `target/spark`: process ids, logs, the metastore and the tables. The processes listen on this
machine only.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path

from scripts import PROJECT

ENVIRONMENT = PROJECT / ".venv-spark"
STATE = PROJECT / "target" / "spark"
HOST = "127.0.0.1"
MASTER_PORT = 7077
MASTER_PAGE_PORT = 8080
SECONDS_TO_START = 120


class ClusterError(Exception):
    """The cluster cannot be had; the message says what to do."""


def thrift_host() -> str:
    """Where dbt looks for the Thrift server (profiles.yml)."""
    return os.environ.get("FIRSTPARTY_SPARK_HOST", HOST)


def thrift_port() -> int:
    """The port of the Thrift server there."""
    return int(os.environ.get("FIRSTPARTY_SPARK_PORT", "10000"))


def is_listening(port: int) -> bool:
    """Whether something answers on a port of this machine."""
    with contextlib.closing(socket.socket()) as connection:
        connection.settimeout(1)
        return connection.connect_ex((HOST, port)) == 0


def spark_home() -> Path:
    """The folder of Spark in its environment."""
    return next(ENVIRONMENT.glob("lib/python*/site-packages/pyspark"))


def processes() -> dict[str, int]:
    """Process ids by name, of those that run."""
    running = {}
    for file in sorted(STATE.glob("*.pid")):
        process_id = int(file.read_text())
        try:
            os.kill(process_id, 0)
        except ProcessLookupError:
            file.unlink()
        else:
            running[file.stem] = process_id
    return running


def start(name: str, *command: str) -> subprocess.Popen[bytes]:
    """Start one process of the cluster, its output in a log file."""
    environment = {
        **os.environ,
        "SPARK_HOME": str(spark_home()),
        "SPARK_LOCAL_IP": HOST,
        "PYSPARK_PYTHON": str(ENVIRONMENT / "bin" / "python"),
        "PYSPARK_DRIVER_PYTHON": str(ENVIRONMENT / "bin" / "python"),
    }
    with (STATE / f"{name}.log").open("wb") as log:
        process = subprocess.Popen(
            [str(spark_home() / "bin" / command[0]), *command[1:]],
            cwd=STATE,
            env=environment,
            stdout=log,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    (STATE / f"{name}.pid").write_text(str(process.pid))
    return process


def wait_for(name: str, port: int, process: subprocess.Popen[bytes]) -> None:
    """Wait until a process listens on its port."""
    deadline = time.monotonic() + SECONDS_TO_START
    while not is_listening(port):
        if process.poll() is not None or time.monotonic() > deadline:
            raise ClusterError(f"{name} did not start; its log is {STATE / name}.log")
        time.sleep(0.5)


def settings() -> Mapping[str, str]:
    """Spark's settings for a cluster on one machine; on another, give them where that is configured.

    The driver plans thousands of small statements: the quick compiler, with room for what it compiles, halves the time,
    and executors run many short tasks, each with code of its own. A new thread of the pool that runs statements reads
    Hive's configuration first, and until the pool is full each statement gets one: so it is small, its threads stay.
    Below warnings Spark logs statements whole, values included.
    """
    return {
        "spark.hadoop.hive.server2.thrift.bind.host": HOST,
        "spark.hadoop.hive.server2.thrift.port": str(thrift_port()),
        "spark.hadoop.hive.server2.async.exec.threads": "8",
        "spark.hadoop.hive.server2.async.exec.keepalive.time": "3600s",
        "spark.hadoop.javax.jdo.option.ConnectionURL": f"jdbc:derby:;databaseName={STATE}/metastore;create=true",
        "spark.sql.warehouse.dir": str(STATE / "warehouse"),
        "spark.sql.sources.default": "parquet",
        "spark.sql.shuffle.partitions": "2",
        "spark.driver.memory": "3g",
        "spark.driver.extraJavaOptions": "-XX:TieredStopAtLevel=1 -XX:ReservedCodeCacheSize=256m -XX:+UseParallelGC",
        "spark.executor.memory": "2g",
        "spark.executor.extraJavaOptions": "-XX:TieredStopAtLevel=1 -XX:ReservedCodeCacheSize=256m -XX:+UseSerialGC",
        "spark.ui.retainedStages": "20000",
        "spark.log.level": "WARN",
    }


def up(executors: int) -> None:
    """Start what does not run yet, and return when dbt can connect."""
    if shutil.which("java") is None:
        raise ClusterError("Spark needs Java 17 or newer: install it, so that `java` is found, and try again")
    running = processes()
    if "thrift_server" in running and is_listening(thrift_port()):
        print(f"the cluster is up already: Thrift server at {HOST}:{thrift_port()}")
        return
    if running:
        down()
    for port in (MASTER_PORT, thrift_port()):
        if is_listening(port):
            raise ClusterError(f"port {port} is taken by another program")
    STATE.mkdir(parents=True, exist_ok=True)
    master = start(
        "master",
        *("spark-class", "org.apache.spark.deploy.master.Master", "--host", HOST),
        *("--port", str(MASTER_PORT), "--webui-port", str(MASTER_PAGE_PORT)),
    )
    wait_for("master", MASTER_PORT, master)
    for number in range(1, executors + 1):
        page_port = MASTER_PAGE_PORT + number
        worker = start(
            f"worker_{number}",
            *("spark-class", "org.apache.spark.deploy.worker.Worker", "--host", HOST, "--cores", "1", "--memory", "3g"),
            *("--webui-port", str(page_port), "--work-dir", str(STATE / "work"), f"spark://{HOST}:{MASTER_PORT}"),
        )
        wait_for(f"worker_{number}", page_port, worker)
    options = [part for name, value in settings().items() for part in ("--conf", f"{name}={value}")]
    server = start(
        "thrift_server",
        *("spark-submit", "--master", f"spark://{HOST}:{MASTER_PORT}", *options),
        *(str(PROJECT / "scripts" / "spark_thrift_server.py"), "--remove-orphans"),
    )
    wait_for("thrift_server", thrift_port(), server)
    page = f"http://{HOST}:{MASTER_PAGE_PORT}"
    print(f"the cluster is up: Thrift server at {HOST}:{thrift_port()}, {executors} workers, page at {page}")


def down() -> None:
    """Stop the processes, the server first, and wait until they are gone."""
    for name, process_id in sorted(processes().items(), key=lambda item: item[0] != "thrift_server"):
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process_id, signal.SIGTERM)
        deadline = time.monotonic() + 20
        while name in processes() and time.monotonic() < deadline:
            time.sleep(0.2)
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process_id, signal.SIGKILL)
        (STATE / f"{name}.pid").unlink(missing_ok=True)
    print("the cluster is down")


def main() -> int:
    """Do what the command line asks for; exit code 2 says why not in one line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("command", choices=["up", "down"])
    parser.add_argument("--executors", type=int, default=2, help="workers with one core each")
    arguments = parser.parse_args()
    try:
        if arguments.command == "up":
            up(arguments.executors)
        else:
            down()
    except ClusterError as error:
        print(f"spark: {error}", file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())

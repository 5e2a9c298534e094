"""Letters to records on Spark: spark-submit docs/spark.py LETTERS.jsonl RECORDS/ [pipe|pandas]

LETTERS.jsonl holds a letter a line, {"file": ..., "text": ...}; RECORDS/ gets a record a line, one file a partition.
`foi-rj` must be on the path of every worker.
"""

import os
import subprocess
import sys

from pyspark.sql import SparkSession


def pipe(spark, letters, records):
    """Lines in, lines out: Spark cuts the file, every partition runs through one `foi-rj extract`."""
    lines = spark.sparkContext.textFile(letters, minPartitions=spark.sparkContext.defaultParallelism * 4)
    path = {"PATH": os.environ["PATH"]}  # Spark gives commands an empty environment
    lines.pipe("foi-rj extract -j1", env=path, checkCode=True).saveAsTextFile(records)


def extract(batches):
    """For `mapInPandas`: rows with `file` and `text` become rows with the record as JSON."""
    import pandas

    for letters in batches:
        lines = letters[["file", "text"]].to_json(orient="records", lines=True)
        command = ["foi-rj", "extract", "-j1"]
        done = subprocess.run(command, input=lines.encode(), stdout=subprocess.PIPE, check=True)
        yield pandas.DataFrame({"record": done.stdout.decode().split("\n")[:-1]})


def pandas(spark, letters, records):
    """From a table with columns `file` and `text`, wherever it comes from."""
    table = spark.read.json(letters, schema="file string, text string")
    table.repartition(spark.sparkContext.defaultParallelism * 4).mapInPandas(extract, "record string").write.text(records)


if __name__ == "__main__":
    session = SparkSession.builder.appName("foi-rj").getOrCreate()
    session.sparkContext.setLogLevel("ERROR")
    {"pipe": pipe, "pandas": pandas}[sys.argv[3] if len(sys.argv) > 3 else "pipe"](session, sys.argv[1], sys.argv[2])
    session.stop()

"""What compare.sh needs of Python: our patterns as one alternation, and a counter with `re`.

compare.py patterns N        the first N patterns of data/*.toml, for rg
compare.py count N FOLDER    counts the matches of the first N, file by file, as a short script would
"""

import pathlib
import re
import sys
import tomllib


FILES = ["phrases", "zones", "kinds", "reliance", "attachments", "labels"]


def patterns(n):
    found = []
    for name in FILES:
        tables = tomllib.loads(pathlib.Path(f"data/{name}.toml").read_text("utf-8")).values()
        entries = [entry for table in tables if isinstance(table, list) for entry in table]
        found += [entry["pattern"] for entry in entries if "\\n" not in entry.get("pattern", "\\n")]
    return found[:n]


def count(n, folder):
    joined = "|".join(f"(?:{pattern})" for pattern in patterns(n))
    finder = re.compile(joined.replace(r"(?-u:\b)", r"\b"), re.IGNORECASE)
    for path in sorted(pathlib.Path(folder).rglob("*.txt")):
        matches = sum(1 for _ in finder.finditer(path.read_text("utf-8", "replace")))
        print(path, matches, sep=":")


if sys.argv[1] == "patterns":
    print("|".join(f"(?:{pattern})" for pattern in patterns(int(sys.argv[2]))))
else:
    count(int(sys.argv[2]), sys.argv[3])

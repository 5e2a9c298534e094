"""What compare.sh needs of Python: our patterns as one alternation, and a counter with `re`.

compare.py patterns N        the first N patterns of data/*.toml, for rg
compare.py count N FOLDER    counts the matches of the first N, file by file, as a short script would
"""

import pathlib
import re
import sys
import tomllib


FOLDER = pathlib.Path("data")
FILES = sorted(FOLDER.glob("phrases/*.toml")) + [FOLDER / f"{name}.toml" for name in ("zones", "kinds", "reliance")]


def patterns(n):
    found = []
    for file in FILES:
        tables = tomllib.loads(file.read_text("utf-8")).values()
        entries = [entry["pattern"] for table in tables if isinstance(table, list) for entry in table if "pattern" in entry]
        found += ["|".join(entry) if isinstance(entry, list) else entry for entry in entries]
    # One alternation cannot have two groups of one name.
    unnamed = [re.sub(r"\(\?P<[a-z_]+>", "(?:", pattern) for pattern in found if "\\n" not in pattern]
    return unnamed[:n]


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

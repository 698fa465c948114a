---- MODULE M ----
EXTENDS CSV
ASSUME CSVWrite("%1$s", <<1>>, "tests/golden/outside_write_elsewhere/data/../out.csv")
====

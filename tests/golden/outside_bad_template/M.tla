---- MODULE M ----
EXTENDS CSV
ASSUME CSVWrite("%1$s;%3$s", <<1, 2>>, "out.csv")
====

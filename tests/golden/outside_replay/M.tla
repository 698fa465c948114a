---- MODULE M ----
EXTENDS Integers, CSV
VARIABLE x
Init == x = CSVRecords("tests/golden/outside_replay/lines.csv")
Next == x < 5 /\ x' = x + CSVRecords("tests/golden/outside_replay/lines.csv")
Small == x < 4
====

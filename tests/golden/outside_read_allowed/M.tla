---- MODULE M ----
EXTENDS Json, CSV, IOUtils, Sequences
Folder == "tests/golden/outside_read_allowed/data/"
ASSUME JsonDeserialize(Folder \o "settings.json") = [size |-> 3, names |-> <<"a", "b">>, nested |-> [on |-> TRUE]]
ASSUME ndJsonDeserialize(Folder \o "log.ndjson") = <<[step |-> 1], [step |-> 2]>>
ASSUME JsonDeserialize(Folder \o "link_inside.json").size = 3
ASSUME JsonDeserialize(Folder \o "../data/./settings.json").size = 3
ASSUME CSVRead(<<"name", "age">>, ",", Folder \o "people.csv") = <<[name |-> "Ada", age |-> "36"], [name |-> "", age |-> "7"]>>
ASSUME CSVRecords(Folder \o "people.csv") = 2
ASSUME CSVRecords(Folder \o "nobody.csv") = 0
ASSUME CSVRead(<<"name">>, ",", Folder \o "nobody.csv") = << >>
ASSUME Deserialize(Folder \o "people.csv", [format |-> "TXT", charset |-> "UTF-8"]).stdout = "Ada,36\n,7\n"
ASSUME Deserialize(Folder \o "nobody.csv", [format |-> "TXT", charset |-> "UTF-8"]).exitValue = 1
====

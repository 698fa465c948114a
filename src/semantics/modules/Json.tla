-------------------------------- MODULE Json --------------------------------
\* Values as JSON, in strings and in files. The nd operators: one value on each line.
ToJson(value) == CHOOSE s \in STRING : TRUE
ToJsonArray(value) == CHOOSE s \in STRING : TRUE
ToJsonObject(value) == CHOOSE s \in STRING : TRUE
JsonSerialize(file, value) == TRUE
JsonDeserialize(file) == CHOOSE v : TRUE
ndJsonSerialize(file, value) == TRUE
ndJsonDeserialize(file) == CHOOSE v : TRUE
=============================================================================

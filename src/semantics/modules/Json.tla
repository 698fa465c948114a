-------------------------------- MODULE Json --------------------------------
\* Values as JSON. Known by name only: evaluating one is an error.
ToJson(value) == CHOOSE s \in STRING : TRUE
ToJsonArray(value) == CHOOSE s \in STRING : TRUE
ToJsonObject(value) == CHOOSE s \in STRING : TRUE
JsonSerialize(file, value) == TRUE
JsonDeserialize(file) == CHOOSE v : TRUE
ndJsonSerialize(file, value) == TRUE
ndJsonDeserialize(file) == CHOOSE v : TRUE
=============================================================================

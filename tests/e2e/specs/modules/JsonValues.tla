------------------------------ MODULE JsonValues ------------------------------
EXTENDS Json, TLC, Integers, Sequences

ASSUME Scalars ==
  /\ ToJson(TRUE) = "true"
  /\ ToJson(FALSE) = "false"
  /\ ToJson(0) = "0"
  /\ ToJson(-17) = "-17"
  /\ ToJson("") = "\"\""
  /\ ToJson("a \"b\" \\ \n\t") = "\"a \\\"b\\\" \\\\ \\n\\t\""

ASSUME Arrays ==
  /\ ToJson(<< >>) = "[]"
  /\ ToJson({}) = "[]"
  /\ ToJson(<<3, <<1>>, "x">>) = "[3,[1],\"x\"]"
  /\ ToJson({3, 1, 2, 1}) = "[1,2,3]"
  /\ ToJson(2 .. 4) = "[2,3,4]"
  /\ ToJson(4 .. 2) = "[]"
  /\ ToJson({TRUE, FALSE}) = "[false,true]"
  /\ ToJson(SUBSET {1, 2}) = "[[],[1],[2],[1,2]]"
  /\ ToJson({1, 2} \X {7}) = "[[1,7],[2,7]]"
  /\ ToJson([i \in 1 .. 3 |-> i * i]) = "[1,4,9]"
  /\ ToJson([{1, 2} -> {0}]) = "[[0,0]]"
  /\ ToJsonArray({}) = "[]"
  /\ ToJsonArray(<<1, FALSE>>) = "[1,false]"
  /\ ToJsonArray({2, 1}) = "[1,2]"

ASSUME Objects ==
  /\ ToJson([a |-> 1, b |-> <<2>>]) = "{\"a\":1,\"b\":[2]}"
  /\ ToJson([a |-> [b |-> [c |-> {}]]]) = "{\"a\":{\"b\":{\"c\":[]}}}"
  /\ ToJson(0 :> "x" @@ 1 :> "y") = "{\"0\":\"x\",\"1\":\"y\"}"
  /\ ToJson([i \in {<<1, 2>>} |-> i]) = "{\"<<1, 2>>\":[1,2]}"
  /\ ToJson([i \in {2, 3} |-> i + 1]) = "{\"2\":3,\"3\":4}"
  /\ ToJsonObject([a |-> TRUE, b |-> "t"]) = "{\"a\":true,\"b\":\"t\"}"
  /\ ToJsonObject(5 :> 6) = "{\"5\":6}"
  /\ ToJsonObject([i \in 1 .. 2 |-> i]) = "[1,2]"
  /\ ToJsonObject(<< >>) = "{}"
  /\ ToJsonArray(5 :> 6) = "{\"5\":6}"
===============================================================================

---- MODULE Channel ----
EXTENDS Naturals
VARIABLES sent, received
vars == <<sent, received>>
Init == sent = 0 /\ received = 0
Send == sent < received + 2 /\ sent' = sent + 1 /\ UNCHANGED received
Receive == received < sent /\ received' = received + 1 /\ UNCHANGED sent
Next == Send \/ Receive
Spec == Init /\ [][Next]_vars /\ WF_vars(Send) /\ WF_vars(Receive)
InFlight == sent - received
FillsUp == []<>(InFlight = 2)
Settles == <>[](InFlight = 0)
====

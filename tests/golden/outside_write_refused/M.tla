---- MODULE M ----
EXTENDS Json
Exported == JsonSerialize("trace.json", <<1, 2>>)
ASSUME Exported
====

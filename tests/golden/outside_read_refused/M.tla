---- MODULE M ----
EXTENDS Json
ASSUME JsonDeserialize("settings.json").size = 3
====

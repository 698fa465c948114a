---- MODULE M ----
EXTENDS IOUtils
ASSUME Deserialize("/etc/passwd", [format |-> "TXT", charset |-> "UTF-8"]).exitValue = 0
====

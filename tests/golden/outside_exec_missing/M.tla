---- MODULE M ----
EXTENDS IOUtils
ASSUME IOExec(<<"no-such-program-anywhere", "1">>).exitValue = 0
====

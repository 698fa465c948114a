---- MODULE M ----
EXTENDS IOUtils
ASSUME IOExec(<<"echo", "hello">>).exitValue = 0
====

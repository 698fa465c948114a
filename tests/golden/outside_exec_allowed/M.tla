---- MODULE M ----
EXTENDS IOUtils, TLC
ASSUME IOExec(<<"echo", "hello  world">>) = [exitValue |-> 0, stdout |-> "hello  world\n", stderr |-> ""]
ASSUME IOExec(<<"sh", "-c", "echo no >&2; exit 3">>) = [exitValue |-> 3, stdout |-> "", stderr |-> "no\n"]
ASSUME IOExec(<<"sh", "-c", "kill -9 $$">>).exitValue = 137
ASSUME IOExecTemplate(<<"echo", "%2$s-%1$s", "%s%%">>, <<"a", "b">>).stdout = "b-a a%\n"
ASSUME IOEnvExec([COLOUR |-> "red", N |-> 42], <<"sh", "-c", "echo $COLOUR $N">>).stdout = "red 42\n"
ASSUME IOEnvExecTemplate([COLOUR |-> "red"], <<"sh", "-c", "echo $COLOUR %s">>, <<"paint">>).stdout = "red paint\n"
ASSUME IOExec(<<"cat">>).stdout = ""
====

------------------------------ MODULE IOUtils -------------------------------
\* Files, programs and the environment.
LOCAL INSTANCE TLC
LOCAL INSTANCE Integers
LOCAL INSTANCE Sequences

LOCAL Outcome == [exitValue : Int, stdout : STRING, stderr : STRING]

\* Any value, in a form that IODeserialize reads again.
IOSerialize(value, file, compress) == TRUE
IODeserialize(file, compressed) == CHOOSE v : TRUE

\* A text. The options are a record with the fields format, charset and, to write, openOptions.
Serialize(value, file, options) == CHOOSE r \in Outcome : TRUE
Deserialize(file, options) == CHOOSE r \in Outcome : TRUE

\* Runs the program command[1] with the other elements as its arguments; a template is filled in with the parameters
\* first, and env holds further environment variables.
IOExec(command) == CHOOSE r \in Outcome : TRUE
IOEnvExec(env, command) == CHOOSE r \in Outcome : TRUE
IOExecTemplate(template, parameters) == CHOOSE r \in Outcome : TRUE
IOEnvExecTemplate(env, template, parameters) == CHOOSE r \in Outcome : TRUE

\* The environment variables.
IOEnv == CHOOSE r \in [STRING -> STRING] : TRUE

\* The integer that a string shows.
atoi(s) == CHOOSE n \in Int : ToString(n) = s

\* n with zeros before it, so that there are at least `width` digits.
zeroPadN(n, width) ==
  LET digits == ToString(n)
      padded[i \in 0 .. width] == IF i = 0 THEN digits ELSE "0" \o padded[i - 1]
  IN  IF width > Len(digits) THEN padded[width - Len(digits)] ELSE digits
=============================================================================

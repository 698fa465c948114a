---------------------------- MODULE IOUtilsValues ----------------------------
EXTENDS IOUtils, Integers

ASSUME Numbers ==
  /\ atoi("0") = 0
  /\ atoi("42") = 42
  /\ atoi("-17") = -17
  /\ atoi("+5") = 5
  /\ atoi("007") = 7

ASSUME Padded ==
  /\ zeroPadN(42, 5) = "00042"
  /\ zeroPadN(123, 3) = "123"
  /\ zeroPadN(1234, 3) = "1234"
  /\ zeroPadN(0, 4) = "0000"
  /\ zeroPadN(7, 0) = "7"
  /\ zeroPadN(7, 1) = "7"
===============================================================================

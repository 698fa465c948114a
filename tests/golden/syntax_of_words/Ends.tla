---- MODULE Ends ----
A == (1 +
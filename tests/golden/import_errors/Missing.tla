---- MODULE Missing ----
EXTENDS Sequencs, Nowhere
====

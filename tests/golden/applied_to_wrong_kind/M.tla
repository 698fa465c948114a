---- MODULE M ----
VARIABLE q
Init == q = <<1, 2>>
Next == q' = q["a"]
====

---- MODULE Stops ----
CONSTANT
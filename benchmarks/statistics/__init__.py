"""The library of statistics beside its peers: times and answers from one run."""

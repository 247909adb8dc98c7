"""The simulated night: packets of a rehearsed sky in the survey's own format, at a rate people can follow."""

"""The command line, which may import everything; each command is imported when it is called."""

"""Who may read and write: principals, audiences, ACLs, row security, and its explanation."""

"""Where bytes come from: files, archives and Kafka, all as micro-batches of packets."""

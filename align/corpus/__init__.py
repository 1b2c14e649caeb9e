"""From a folder or manifest of article pairs to a translation memory: pairing, batches of work, processes, and one writer."""

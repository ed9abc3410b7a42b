"""Item models over snapshots and over the draft of a visit."""

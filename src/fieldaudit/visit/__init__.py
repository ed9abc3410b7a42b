"""What was seen: answers, photos, places, logs and sharing relations of one visit."""

"""What a person answers with, one kind of editor per kind of question; values are ODK texts."""

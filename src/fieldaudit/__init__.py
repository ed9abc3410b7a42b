"""fieldaudit: offline field survey and audit of gigabit-city infrastructure."""

__version__ = "0.1.0"

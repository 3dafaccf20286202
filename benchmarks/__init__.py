"""Accuracy and speed of the identity layer, against the truth."""

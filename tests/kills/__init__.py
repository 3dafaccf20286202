"""Builds that are killed."""

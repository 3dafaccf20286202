"""The sample company: invented people, what fourteen systems hold about them, and the truth."""

"""Great Expectations suites as code: what must hold at the three borders that data crosses.

`landed` judges what staging took in, `identity` what resolution made of it, `publish` what is about to leave. Each
module declares its suite as data; `runner` evaluates a suite inside `dbt build`, over dbt's own session.
"""

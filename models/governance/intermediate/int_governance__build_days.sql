-- One row: the day this build speaks for, where code that is not SQL needs it as data.
with

int_governance__build_days as (
    select {{ firstparty.as_of() }} as as_of
)

select * from int_governance__build_days

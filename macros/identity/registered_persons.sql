{#-
    The CTEs of the person registry as the build before left it, ending in `latest`: of each record and evidence tier the last row, also
    of records that are gone; `registered` has all rows. Takes the registry's table, none where there is none yet, and a condition on
    the rows of `latest`.
-#}
{% macro registered_persons(registry, where='') -%}
registered as (
    {% if registry %}
        select * from {{ registry }}
    {% else %}
        select
            cast(null as string) as evidence_tier,
            cast(null as string) as record_id,
            cast(null as string) as person_id,
            cast(null as boolean) as is_present,
            cast(null as bigint) as revision,
            cast(null as timestamp) as valid_from,
            cast(null as string) as founder_record_id,
            cast(null as bigint) as generation
        where false
    {% endif %}
),

ranked as (
    select
        *,
        row_number() over (partition by evidence_tier, record_id order by revision desc) as recency
    from registered
    {{ where }}
),

latest as (
    select *
    from ranked
    where recency = 1
)
{%- endmacro %}

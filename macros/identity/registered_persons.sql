{#-
    The CTEs of the person registry as the build before left it, ending in `latest`: of each record and evidence tier the last row, also
    of records that are gone. Takes the registry's table, none where there is none yet, and where `latest` is asked for some records only,
    the query of their ids. Most records have one row only, so the few later ones are looked up.
-#}
{% macro registered_persons(registry, record_ids=none) -%}
later as (
    select
        evidence_tier,
        record_id,
        revision
    from {{ firstparty.registered_rows(registry) }} as registered
    where revision > 1
),

latest as (
    select registered.*
    from {{ firstparty.registered_rows(registry) }} as registered
    left join later
        on
            registered.evidence_tier = later.evidence_tier
            and registered.record_id = later.record_id
            and registered.revision < later.revision
    where
        later.record_id is null
        {{ "and registered.record_id in (" ~ firstparty.lookup_texts(record_ids) ~ ")" if record_ids }}
)
{%- endmacro %}


{#- The person registry's table, or what stands for it where there is none yet. Each place names it: a CTE of it would be a copy. -#}
{% macro registered_rows(registry) -%}
    {%- if registry -%}
        (select * from {{ registry }})
    {%- else -%}
        (
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
        )
    {%- endif -%}
{%- endmacro %}

{#-
    The query of components whose persons may be others than in the last build: records came to them or went, or a record in them
    was ever in a person that the other records were ever in. Takes the registry as the build before left it.
-#}
{% macro affected_components(registry) -%}
    with touched as (
        select evidence_tier, component_record_id from {{ firstparty.changes_of('int_identity__memberships') }}
    ),
    touched_records as (
        select evidence_tier, record_id
        from {{ ref('int_identity__memberships') }}
        where {{ firstparty.is_of_keys('evidence_tier, component_record_id', 'touched', are_texts=true) }}
    ),
    touched_persons as (
        select distinct evidence_tier, person_id
        from {{ registry }}
        where {{ firstparty.is_of_keys('evidence_tier, record_id', 'touched_records', are_texts=true) }}
    ),
    their_records as (
        select evidence_tier, record_id
        from {{ registry }}
        where {{ firstparty.is_of_keys('evidence_tier, person_id', 'touched_persons', are_texts=true) }}
    )
    select evidence_tier, component_record_id from touched
    union all
    select evidence_tier, component_record_id
    from {{ ref('int_identity__memberships') }}
    where {{ firstparty.is_of_keys('evidence_tier, record_id', 'their_records', are_texts=true) }}
{%- endmacro %}

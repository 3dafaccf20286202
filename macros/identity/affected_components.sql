{#-
    The query of components whose persons may be others than in the last build: records came to them or went, or a record that is back
    in them was gone before from a person whose other records are in them. After a build all records of one person that are there are in
    one component, so nobody else's person has records in two. Takes the registry as the build before left it.
-#}
{% macro affected_components(registry) -%}
    with touched as (
        select evidence_tier, component from {{ firstparty.changes_of('int_identity__memberships') }}
    ),
    touched_records as (
        select evidence_tier, record_id
        from {{ ref('int_identity__memberships') }}
        where {{ firstparty.is_of_keys('evidence_tier, component', 'touched') }}
    ),
    persons_left as (
        select distinct evidence_tier, person_id
        from {{ registry }}
        where
            not is_present
            and {{ firstparty.is_of_keys('evidence_tier, record_id', 'touched_records', are_texts=true) }}
    ),
    their_records as (
        select evidence_tier, record_id
        from {{ registry }}
        where {{ firstparty.is_of_keys('evidence_tier, person_id', 'persons_left', are_texts=true) }}
    )
    select evidence_tier, component from touched
    union all
    select evidence_tier, component
    from {{ ref('int_identity__memberships') }}
    where {{ firstparty.is_of_keys('evidence_tier, record_id', 'their_records', are_texts=true) }}
{%- endmacro %}

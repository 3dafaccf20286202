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
        where
            (evidence_tier, component_record_id) in (select evidence_tier, component_record_id from touched)
            and component_record_id in ({{ firstparty.lookup_texts('select component_record_id from touched') }})
    ),
    touched_persons as (
        select distinct evidence_tier, person_id
        from {{ registry }}
        where
            (evidence_tier, record_id) in (select evidence_tier, record_id from touched_records)
            and record_id in ({{ firstparty.lookup_texts('select record_id from touched_records') }})
    ),
    their_records as (
        select evidence_tier, record_id
        from {{ registry }}
        where {{ firstparty.is_of_keys('evidence_tier, person_id', 'touched_persons') }}
    )
    select evidence_tier, component_record_id from touched
    union all
    select evidence_tier, component_record_id
    from {{ ref('int_identity__memberships') }}
    where
        (evidence_tier, record_id) in (select evidence_tier, record_id from their_records)
        and record_id in ({{ firstparty.lookup_texts('select record_id from their_records') }})
{%- endmacro %}

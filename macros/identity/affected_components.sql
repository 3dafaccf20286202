{#-
    The query of components whose persons may be others than in the last build: records came to them or went, or a record in them
    was last in a person whose other records are there. Takes the registry as the build before left it.
-#}
{% macro affected_components(registry) -%}
    with touched as (
        select evidence_tier, component_record_id from {{ firstparty.changes_of('int_identity__memberships') }}
    ),
    registered as (
        select evidence_tier, record_id, {{ firstparty.value_at_max('person_id', 'revision') }} as person_id
        from {{ registry }}
        group by evidence_tier, record_id
    ),
    touched_persons as (
        select distinct registered.evidence_tier, registered.person_id
        from touched
        inner join {{ ref('int_identity__memberships') }} as memberships
            on
                touched.evidence_tier = memberships.evidence_tier
                and touched.component_record_id = memberships.component_record_id
        inner join registered
            on memberships.evidence_tier = registered.evidence_tier and memberships.record_id = registered.record_id
    )
    select evidence_tier, component_record_id from touched
    union all
    select memberships.evidence_tier, memberships.component_record_id
    from touched_persons
    inner join registered
        on touched_persons.evidence_tier = registered.evidence_tier and touched_persons.person_id = registered.person_id
    inner join {{ ref('int_identity__memberships') }} as memberships
        on registered.evidence_tier = memberships.evidence_tier and registered.record_id = memberships.record_id
{%- endmacro %}

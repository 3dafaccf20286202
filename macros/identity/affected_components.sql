{#-
    The query of components whose persons may be others than in the last build: records came to them or went, or a record in them
    was last in a person whose other records are there. Takes the registry as the build before left it.
-#}
{% macro affected_components(registry) -%}
    with touched as (
        select evidence_tier, component_record_id from {{ firstparty.changes_of('int_identity__memberships') }}
    ),
    {{ firstparty.registered_persons(registry) }},
    touched_persons as (
        select distinct latest.evidence_tier, latest.person_id
        from touched
        inner join {{ ref('int_identity__memberships') }} as memberships
            on
                touched.evidence_tier = memberships.evidence_tier
                and touched.component_record_id = memberships.component_record_id
        inner join latest
            on memberships.evidence_tier = latest.evidence_tier and memberships.record_id = latest.record_id
    )
    select evidence_tier, component_record_id from touched
    union all
    select memberships.evidence_tier, memberships.component_record_id
    from touched_persons
    inner join latest
        on touched_persons.evidence_tier = latest.evidence_tier and touched_persons.person_id = latest.person_id
    inner join {{ ref('int_identity__memberships') }} as memberships
        on latest.evidence_tier = memberships.evidence_tier and latest.record_id = memberships.record_id
{%- endmacro %}

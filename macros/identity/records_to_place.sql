{#-
    The query of ids of records that may belong to another person since the last build: their component changed, or who founded it. One
    id may be there several times.
-#}
{% macro records_to_place() -%}
    select record_id from {{ firstparty.changes_of('int_identity__memberships') }}
    union all
    select memberships.record_id
    from {{ ref('int_identity__memberships') }} as memberships
    inner join {{ firstparty.changes_of('int_identity__person_founders') }} as changed
        on
            memberships.evidence_tier = changed.evidence_tier
            and memberships.component_record_id = changed.component_record_id
    where memberships.component_record_id in (
        {{ firstparty.lookup_texts(
            'select component_record_id from ' ~ firstparty.changes_of('int_identity__person_founders')
        ) }}
    )
{%- endmacro %}

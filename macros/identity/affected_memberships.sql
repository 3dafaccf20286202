{#-
    The query of records, by evidence tier, whose component may be another one than in the last build: all records of a component, as
    it is now, that a record came to or left, and those that are gone.
-#}
{% macro affected_memberships() -%}
    {%- for tier, model_name, vertex, component in [
        ('all', 'int_identity__components_guarded', 'record_number', 'component'),
        ('strict', 'int_identity__strict_components', 'vertex', 'parent'),
    ] %}
        {{ "union all" if not loop.first }}
        select '{{ tier }}' as evidence_tier, record_keys.record_id
        from {{ ref('int_identity__record_keys') }} as record_keys
        left join {{ ref(model_name) }} as components on record_keys.record_number = components.{{ vertex }}
        where coalesce(components.{{ component }}, record_keys.record_number) in (
            select {{ component }} from {{ firstparty.changes_of(model_name) }}
            union all
            select {{ vertex }} from {{ firstparty.changes_of(model_name) }}
            union all
            select record_number from {{ firstparty.changes_of('int_identity__record_keys') }}
        )
        union all
        select '{{ tier }}' as evidence_tier, record_id
        from {{ firstparty.changes_of('int_identity__record_keys') }}
        where record_id not in (select record_id from {{ ref('int_identity__record_keys') }})
    {%- endfor %}
{%- endmacro %}

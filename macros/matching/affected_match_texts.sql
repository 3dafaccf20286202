{#-
    The query of records whose texts may compare in another way since the last build: what they say changed, or a value of theirs was
    refused, or is not any more.
-#}
{% macro affected_match_texts() -%}
    select record_id from {{ firstparty.changes_of('int_identity__records') }}
    union all
    select record_id from {{ firstparty.changes_of('int_identity__record_keys') }}
    {% for kind, text in firstparty.texts_as_written().items() -%}
        union all
        select records.record_id
        from {{ ref('int_identity__records') }} as records
        inner join {{ firstparty.changes_of('int_identity__identifier_values') }} as changed
            on
                records.{{ kind }} = changed.identifier_value
                and changed.identifier_type = '{{ kind }}'
                and changed.refusal_reason is not null
        union all
        select records.record_id
        from {{ ref('int_identity__records') }} as records
        inner join {{ firstparty.changes_of('int_identity__crowded_texts') }} as changed
            on
                {{ text }} = changed.text_as_written
                and changed.kind = '{{ kind }}'
                and records.{{ kind }} is null
    {% endfor %}
{%- endmacro %}

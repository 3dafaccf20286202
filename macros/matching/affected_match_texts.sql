{#-
    The query of records, by number, whose texts may be others than in the last build: what they say changed, or a text that is not
    valid became one of a crowd, or is not any more.
-#}
{% macro affected_match_texts() -%}
    select record_number from {{ firstparty.changes_of('int_identity__record_keys') }}
    union all
    select record_number
    from {{ ref('int_identity__record_numbers') }}
    where record_id in ({{ firstparty.lookup_texts('select record_id from ' ~ firstparty.changes_of('int_identity__records')) }})
    {% for kind, text in firstparty.texts_as_written().items() -%}
        union all
        select numbers.record_number
        from {{ ref('int_identity__records') }} as records
        inner join {{ firstparty.changes_of('int_identity__crowded_texts') }} as changed
            on
                {{ text }} = changed.text_as_written
                and changed.kind = '{{ kind }}'
                and records.{{ kind }} is null
        inner join {{ ref('int_identity__record_numbers') }} as numbers on records.record_id = numbers.record_id
    {% endfor %}
{%- endmacro %}

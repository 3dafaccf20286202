{#-
    The query of records of which something that pairs need changed since the last build: their texts, whether one was
    refused, or how frequent a value of theirs is.
-#}
{% macro affected_match_records() -%}
    select record_number from {{ firstparty.changes_of('int_identity__match_texts') }}
    union all
    select record_number from {{ firstparty.changes_of('int_identity__value_holders') }} where refusal_reason is not null
    {% for field in firstparty.frequency_bands() -%}
        union all
        select texts.record_number
        from {{ ref('int_identity__match_texts') }} as texts
        inner join {{ firstparty.changes_of('int_identity__value_bands') }} as changed
            on texts.{{ field }} = changed.value_text and changed.field = '{{ field }}'
    {% endfor %}
{%- endmacro %}

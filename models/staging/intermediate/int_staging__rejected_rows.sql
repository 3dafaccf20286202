-- One row per raw row that no staging model took, of every source, exact duplicates aside: what
-- quarantine shows. The union runs over a declared list of entities; base models are staging's
-- own, so this model speaks for them.
{% set entities = firstparty.staged_entities() %}

with

{% for each in entities -%}
    base_{{ each.source }}__{{ each.entity }} as (
        select * from {{ ref('base_' ~ each.source ~ '__' ~ each.entity) }}
    ),

{% endfor -%}
int_staging__rejected_rows as (
    {% for each in entities -%}
        select
            '{{ each.source }}' as source,
            '{{ each.source }}.{{ each.entity }}' as entity,
            _source_file,
            _source_row,
            _row_hash,
            _raw_row,
            _reason_code
        from base_{{ each.source }}__{{ each.entity }}
        where _reason_code != 'exact_duplicate'
        {% if not loop.last %}union all{% endif %}
    {% endfor %}
)

select * from int_staging__rejected_rows

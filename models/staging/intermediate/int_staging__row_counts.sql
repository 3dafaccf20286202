-- One row per raw entity: how many rows came in, and what became of them. Staged rows are counted
-- in the staging model itself, not in the verdicts, so that a staging model that loses or doubles
-- rows does not add up.
{% set entities = firstparty.staged_entities() %}

with

{% for each in entities -%}
    base_{{ each.source }}__{{ each.entity }} as (
        select * from {{ ref('base_' ~ each.source ~ '__' ~ each.entity) }}
    ),

    stg_{{ each.source }}__{{ each.entity }} as (
        select * from {{ ref('stg_' ~ each.source ~ '__' ~ each.entity) }}
    ),

{% endfor -%}
verdicts as (
    {% for each in entities -%}
        select
            '{{ each.source }}' as source,
            '{{ each.source }}.{{ each.entity }}' as entity,
            count(*) as raw_row_count,
            count(case when _reason_code != 'exact_duplicate' then 1 end) as quarantined_row_count,
            count(case when _reason_code = 'exact_duplicate' then 1 end) as exact_duplicate_count
        from base_{{ each.source }}__{{ each.entity }}
        {% if not loop.last %}union all{% endif %}
    {% endfor %}
),

staged as (
    {% for each in entities -%}
        select
            '{{ each.source }}.{{ each.entity }}' as entity,
            count(*) as staged_row_count,
            cast(
                {{ 'max(' ~ each.moment ~ ')' if each.moment else 'null' }} as timestamp
            ) as latest_at
        from stg_{{ each.source }}__{{ each.entity }}
        {% if not loop.last %}union all{% endif %}
    {% endfor %}
),

int_staging__row_counts as (
    select
        verdicts.source,
        verdicts.entity,
        verdicts.raw_row_count,
        staged.staged_row_count,
        verdicts.quarantined_row_count,
        verdicts.exact_duplicate_count,
        staged.latest_at,
        {{ firstparty.days_between('staged.latest_at', firstparty.as_of()) }} as days_behind
    from verdicts
    inner join staged on verdicts.entity = staged.entity
)

select * from int_staging__row_counts

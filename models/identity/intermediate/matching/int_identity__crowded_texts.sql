{{ config(
    enabled=var('scored_matching'),
    materialized='maintained',
    key=['kind', 'text_as_written'],
) }}

-- Grain: one row per kind (email, phone) and text that more than 20 records have for one although
-- it is not valid: a form's way to say that there is none.
with records as (select * from {{ ref('int_identity__records') }}),

written as (
    {% for kind in firstparty.texts_as_written() -%}
        {{ "union all" if not loop.first }}
        select
            '{{ kind }}' as kind,
            {{ kind }}_raw as email_raw,
            {{ kind }}_raw as phone_raw,
            count(*) as record_count
        from records
        where {{ kind }} is null and {{ kind }}_raw is not null
        group by {{ kind }}_raw
    {% endfor %}
),

read as (
    select
        kind,
        record_count,
        case kind
            {% for kind, text in firstparty.texts_as_written().items() -%}
                when '{{ kind }}' then {{ text }}
            {% endfor -%}
        end as text_as_written
    from written
),

int_identity__crowded_texts as (
    select
        kind,
        text_as_written
    from read
    where text_as_written is not null
    group by kind, text_as_written
    having sum(record_count) > 20
)

select * from int_identity__crowded_texts

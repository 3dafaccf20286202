{{ config(
    enabled=var('scored_matching'),
    materialized='maintained',
    key=['record_number'],
) }}
{% call firstparty.affected() -%}
    select record_number from {{ firstparty.changes_of('int_identity__match_records') }}
{%- endcall %}

-- Grain: one row per record and blocking rule that it has all keys of; a rule on the words of a
-- name has one row for each word of three letters or more. block_key is one number for the rule
-- and its keys. Prefixes and ends are null where the text is too short to have them.
with records as (
    select * from {{ ref('int_identity__match_records') }}
    {{ firstparty.where_affected('record_number') }}
),

parted as (
    select
        *,
        {% for name in ['given', 'family'] -%}
            {% for length in [2, 3, 4] -%}
                case
                    when length({{ name }}) >= {{ length }} then substr({{ name }}, 1, {{ length }})
                end as {{ name }}{{ length }},
            {% endfor -%}
        {% endfor -%}
        case when length(phone) >= 5 then right(phone, 7) end as phone7,
        case when length(id) >= 6 then substr(id, 1, 5) end as id_head,
        case when length(id) >= 6 then right(id, 5) end as id_tail,
        substr(street, 1, 5) as street5,
        substr(address, 1, 8) as address8
    from records
),

named_words as (
    select distinct
        record_number,
        {{ firstparty.exploded(firstparty.words_of('name_words')) }} as name_token
    from records
),

name_words as (
    select
        record_number,
        name_token
    from named_words
    where length(name_token) >= 3
),

int_identity__block_keys as (
    {% for rule in firstparty.blocking_rules() -%}
        {{ "union all" if not loop.first }}
        select
            record_number,
            cast({{ loop.index }} as integer) as rule_number,
            {{ firstparty.hash_code([loop.index] + rule['keys']) }} as block_key
        from {{ 'name_words' if 'name_token' in rule['keys'] else 'parted' }}
        where {{ firstparty.block_key_columns(rule) | join(' is not null and ') }} is not null
    {% endfor -%}
)

select * from int_identity__block_keys

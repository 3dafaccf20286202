{{ config(
    enabled=var('scored_matching'),
    materialized='maintained',
    key=['record_id'],
    told=['record_id'],
    is_compared=false,
    lasting=['int_identity__name_sounds'],
) }}
{% call firstparty.affected() -%}
    select record_id from {{ firstparty.changes_of('int_identity__records') }}
{%- endcall %}

-- Grain: one row per record with a name: what its given and its family name sound like, as numbers
-- for the keys of int_identity__name_sounds. Equal keys of either name, equal numbers. Rows are not
-- compared with those of before: int_identity__match_texts tells of their records in any case.
{% set keys = firstparty.name_sound_keys() -%}

with records as (
    {{ firstparty.affected_rows(ref('int_identity__records'), ['record_id']) }}
),

name_sounds as (select * from {{ ref('int_identity__name_sounds') }}),

current_rules as (
    select split_part(name_forms(''), '|', 1) as rules_version
),

codes as (
    select
        {% for key in keys -%}
            case
                when name_sounds.{{ key }} is not null
                    then {{ firstparty.hash_code(['name_sounds.' ~ key]) }}
            end as {{ key }},
        {% endfor -%}
        name_sounds.name_text
    from name_sounds
    inner join current_rules on name_sounds.rules_version = current_rules.rules_version
),

int_identity__match_sounds as (
    select
        {% for key in keys -%}
            given_names.{{ key }} as given_{{ key }},
            family_names.{{ key }} as family_{{ key }},
        {% endfor -%}
        records.record_id
    from records
    left join codes as given_names on records.given_name = given_names.name_text
    left join codes as family_names on records.family_name = family_names.name_text
    where records.given_name is not null or records.family_name is not null
)

select * from int_identity__match_sounds

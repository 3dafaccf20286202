{{ config(
    enabled=var('scored_matching'),
    materialized='incremental',
    incremental_strategy=firstparty.log_strategy(),
    unique_key='name_text',
    on_schema_change='fail',
    post_hook="{{ firstparty.forget_other_names(this, ref('int_identity__records')) }}",
) }}

-- Grain: one row per name, given or family, that a record has: what it sounds like, by the Python
-- function name_forms. Kept from build to build, so that a name seen before costs nothing; a name
-- that no record has any more is let go (where single rows can be), for names are personal data.
-- Rules of another version read every name anew: readers take the rows of the version of today.
with records as (select * from {{ ref('int_identity__records') }}),

held_names as (
    select given_name as name_text
    from records
    where given_name is not null
    union
    select family_name
    from records
    where family_name is not null
),

{% if is_incremental() -%}
    current_rules as (
        select split_part(name_forms(''), '|', 1) as rules_version
    ),

    known_names as (
        select kept.name_text
        from {{ this }} as kept
        inner join current_rules on kept.rules_version = current_rules.rules_version
    ),

    new_names as (
        select held_names.name_text
        from held_names
        left join known_names on held_names.name_text = known_names.name_text
        where known_names.name_text is null
    ),
{%- else -%}
    new_names as (
        select name_text
        from held_names
    ),
{%- endif %}

read_names as (
    select
        name_text,
        name_forms(name_text) as forms
    from new_names
),

int_identity__name_sounds as (
    select
        name_text,
        {% for key in firstparty.name_sound_keys() -%}
            nullif(split_part(forms, '|', {{ loop.index + 1 }}), '') as {{ key }},
        {% endfor -%}
        split_part(forms, '|', 1) as rules_version
    from read_names
)

select * from int_identity__name_sounds

{{ config(
    materialized='maintained', key=['identifier_type', 'identifier_value'],
    counted_in='int_identity__value_holders'
) }}
{% call firstparty.affected() -%}
    select identifier_type, identifier_value
    from {{ firstparty.changes_of('int_identity__value_holders') }}
    union all
    select holders.identifier_type, holders.identifier_value
    from {{ ref('int_identity__value_holders') }} as holders
    inner join {{ firstparty.changes_of('int_identity__email_owners') }} as owners
        on holders.identifier_value = owners.email
{%- endcall %}

-- Grain: one row per identifier value and pair of looks among its holders that are kept apart:
-- is_contradicting when they cannot be one person. Where nothing is known nothing contradicts.
-- Which given names and birth dates agree is said at the macros given_names_agree and
-- birth_dates_agree; Jr is not Sr. The rule's compared_by says what else counts. Identifiers unique
-- to a person are proof by themselves: there only a plainly different given name together with
-- another family name or birth date speaks against them (an id typed in wrongly).
-- is_owner_different: a nameless look on an address that names somebody else than the only name
-- there. It keeps the two apart and proves nothing more.
with holders as (
    select * from {{ ref('int_identity__value_holders') }}
    {{ firstparty.where_affected('identifier_type, identifier_value') }}
),

rules as (select * from {{ ref('identifier_rules') }}),

email_owners as (select * from {{ ref('int_identity__email_owners') }}),

looks as (
    select
        identifier_type,
        identifier_value,
        look_number,
        min(given_key) as given_key,
        min(given_canonical) as given_canonical,
        min(family_key) as family_key,
        min(generation_key) as generation_key,
        min(birth_key) as birth_key,
        min(user_id) as user_id,
        min(email) as email,
        min(first_seen_at) as first_seen_at,
        max(last_seen_at) as last_seen_at
    from holders
    where look_number is not null
    group by identifier_type, identifier_value, look_number
),

pairs as (
    select
        looks.identifier_type,
        looks.identifier_value,
        looks.look_number as left_look,
        others.look_number as right_look,
        rules.compared_by,
        {{ firstparty.given_names_agree('looks', 'others') }} as is_given_agreeing,
        {{ firstparty.birth_dates_agree('looks.birth_key', 'others.birth_key') }}
            as is_birth_agreeing,
        coalesce(looks.birth_key = others.birth_key, false) as is_birth_equal,
        coalesce(looks.generation_key, '') <> coalesce(others.generation_key, '')
        and looks.given_key is not null
        and others.given_key is not null as is_generation_different,
        {{ firstparty.jaro_winkler('looks.given_key', 'others.given_key') }} < 0.75
            as is_given_different,
        {{ firstparty.jaro_winkler('looks.family_key', 'others.family_key') }} < 0.75
        and looks.given_key <> others.family_key as is_family_different,
        (looks.given_key is null or others.given_key is null) as is_nameless,
        looks.user_id <> others.user_id as is_user_different,
        looks.email <> others.email
        and looks.user_id is null
        and others.user_id is null as is_email_different,
        looks.given_key is null and others.given_key is not null
        and (
            email_owners.given_canonical <> others.given_canonical
            or (
                email_owners.letters like '_%' || others.family_key
                and substr(email_owners.letters, 1, 1) <> substr(others.given_key, 1, 1)
                and substr(email_owners.letters, 1, 1) <> substr(others.given_canonical, 1, 1)
            )
        ) as is_owner_different,
        (looks.given_key is null or others.given_key is null)
        and greatest(
            {{ firstparty.days_between('looks.last_seen_at', 'others.first_seen_at') }},
            {{ firstparty.days_between('others.last_seen_at', 'looks.first_seen_at') }}
        ) > rules.window_days as is_out_of_window
    from looks
    inner join looks as others
        on
            looks.identifier_type = others.identifier_type
            and looks.identifier_value = others.identifier_value
            and looks.look_number <> others.look_number
    inner join rules on looks.identifier_type = rules.identifier_type
    left join email_owners
        on
            rules.blocked_as = 'email'
            and looks.identifier_value = email_owners.email
),

judged as (
    select
        identifier_type,
        identifier_value,
        least(left_look, right_look) as left_look,
        greatest(left_look, right_look) as right_look,
        case
            when compared_by = 'name'
                then
                    not coalesce(is_given_agreeing, true)
                    and is_given_different
                    and (
                        coalesce(is_family_different, false)
                        or not coalesce(is_birth_agreeing, true)
                    )
            else
                not coalesce(is_given_agreeing, true)
                or not coalesce(is_birth_agreeing, true)
                or (is_generation_different and not is_birth_equal)
                or coalesce(is_out_of_window, false)
                or coalesce(compared_by = 'account' and is_user_different, false)
                or coalesce(compared_by = 'account' and is_email_different, false)
                or coalesce(
                    compared_by = 'name_and_contact' and is_email_different and not is_birth_equal,
                    false
                )
                or coalesce(
                    compared_by = 'full_name' and is_family_different and not is_birth_equal,
                    false
                )
                or coalesce(compared_by = 'full_name' and is_nameless and is_email_different, false)
        end as is_contradicting,
        coalesce(is_owner_different, false) as is_owner_different
    from pairs
),

int_identity__value_contradictions as (
    select
        identifier_type,
        identifier_value,
        left_look,
        right_look,
        max(case when is_contradicting then 1 else 0 end) = 1 as is_contradicting,
        max(case when is_owner_different then 1 else 0 end) = 1 as is_owner_different
    from judged
    where is_contradicting or is_owner_different
    group by identifier_type, identifier_value, left_look, right_look
)

select * from int_identity__value_contradictions

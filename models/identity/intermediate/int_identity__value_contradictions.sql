-- Grain: one row per identifier value and ordered pair of different looks among its holders, with whether the two can
-- be one person. "Can be" is generous where nothing is known and strict where something is: no name agrees with any
-- name, two names must be the same, a nickname, an initial, swapped with the family name, or a slip of one letter with
-- the same family name and birth date. Two birth dates must be equal, or a swap or two digits apart.
-- Identifiers unique to a person are proof by themselves: there only a plainly different given name together
-- with a plainly different family name or birth date speaks against them (an id that was typed in, or reused).
with looks as (select * from {{ ref('int_identity__value_looks') }}),

rules as (select * from {{ ref('identifier_rules') }}),

pairs as (
    select
        looks.identifier_type,
        looks.identifier_value,
        looks.look_number as left_look,
        others.look_number as right_look,
        rules.compared_by,
        (
            looks.given_canonical = others.given_canonical
            or (
                least(length(looks.given_key), length(others.given_key)) = 1
                and substr(looks.given_key, 1, 1) = substr(others.given_key, 1, 1)
            )
            or (looks.given_key = others.family_key and looks.family_key = others.given_key)
            or (
                levenshtein(looks.given_key, others.given_key) <= 1
                and looks.family_key = others.family_key
                and looks.birth_date = others.birth_date
            )
        ) as is_given_agreeing,
        (
            looks.birth_date = others.birth_date
            or levenshtein(cast(looks.birth_date as string), cast(others.birth_date as string)) <= 2
            or (
                extract(year from looks.birth_date) = extract(year from others.birth_date)
                and extract(month from looks.birth_date) = extract(day from others.birth_date)
                and extract(day from looks.birth_date) = extract(month from others.birth_date)
            )
        ) as is_birth_agreeing,
        jaro_winkler_similarity(looks.given_key, others.given_key) < 0.75 as is_given_different,
        jaro_winkler_similarity(looks.family_key, others.family_key) < 0.75 as is_family_different,
        looks.user_id <> others.user_id as is_user_different,
        looks.email <> others.email and looks.user_id is null and others.user_id is null as is_email_different,
        (
            (looks.given_key is null or others.given_key is null)
            and greatest(
                {{ firstparty.days_between('looks.last_seen_at', 'others.first_seen_at') }},
                {{ firstparty.days_between('others.last_seen_at', 'looks.first_seen_at') }}
            ) > rules.window_days
        ) as is_out_of_window
    from looks
    inner join looks as others
        on looks.identifier_type = others.identifier_type
            and looks.identifier_value = others.identifier_value
            and looks.look_number <> others.look_number
    inner join rules on looks.identifier_type = rules.identifier_type
),

int_identity__value_contradictions as (
    select
        identifier_type,
        identifier_value,
        left_look,
        right_look,
        coalesce(
            case compared_by
                when 'name'
                    then not is_given_agreeing
                        and is_given_different
                        and (coalesce(is_family_different, false) or not coalesce(is_birth_agreeing, true))
                when 'name_and_birth'
                    then not coalesce(is_given_agreeing, true)
                        or not coalesce(is_birth_agreeing, true)
                        or coalesce(is_out_of_window, false)
                when 'account'
                    then coalesce(is_user_different, false)
                        or coalesce(is_email_different, false)
                        or not coalesce(is_given_agreeing, true)
                        or coalesce(is_out_of_window, false)
            end,
            false
        ) as is_contradicting
    from pairs
)

select * from int_identity__value_contradictions

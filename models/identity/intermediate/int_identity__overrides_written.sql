-- Grain: one row per override as somebody wrote it: about two records (both ids) or about an
-- identifier value (its type and value). From the two seeds, from the tables that vars
-- identity_overrides_table and identifier_overrides_table name, and from the review page, whose
-- last answer about a pair counts. A pair is turned so that left < right. One written twice is one
-- row. Not understood is another word than force_link, never_link and unsure, half a pair or half a
-- value, a pair of one record, and a day on which it ends that is no day.
{% set pairs = ['left_record_id', 'right_record_id'] -%}
{% set values = ['identifier_type', 'identifier_value'] -%}
{% set sources = {
    'seeded_pairs': {'origin': 'seed', 'keys': pairs, 'table': ref('identity_overrides')},
    'seeded_values': {'origin': 'seed', 'keys': values, 'table': ref('identifier_overrides')},
} -%}
{% if var('identity_overrides_table') -%}
    {% do sources.update({
        'listed_pairs': {'origin': 'table', 'keys': pairs, 'table': var('identity_overrides_table')}
    }) -%}
{% endif -%}
{% if var('identifier_overrides_table') -%}
    {% do sources.update({
        'listed_values': {'origin': 'table', 'keys': values, 'table': var('identifier_overrides_table')}
    }) -%}
{% endif -%}

with review_answers as (select * from {{ ref('review_answers') }}),

{% for name, source in sources.items() -%}
    {{ name }} as (select * from {{ source.table }}),

{% endfor -%}

ranked_answers as (
    select
        *,
        row_number() over (
            partition by
                least(left_record_id, right_record_id), greatest(left_record_id, right_record_id)
            order by answered_at desc, answer
        ) as place_from_last
    from review_answers
),

written as (
    select
        'review' as origin,
        left_record_id,
        right_record_id,
        cast(null as string) as identifier_type,
        cast(null as string) as identifier_value,
        case answer
            when 'yes' then 'force_link' when 'no' then 'never_link' else answer
        end as override,
        author,
        reason,
        cast(cast(answered_at as date) as string) as decided_on,
        cast(null as string) as expires_on
    from ranked_answers
    where place_from_last = 1
    {% for name, source in sources.items() -%}
        union all
        select
            '{{ source.origin }}' as origin,
            {% for column in pairs + values -%}
                {{ 'trim(' ~ column ~ ')' if column in source['keys'] else 'cast(null as string)' }}
                    as {{ column }},
            {% endfor -%}
            lower(trim(override)) as override,
            trim(author) as author,
            trim(reason) as reason,
            cast(decided_on as string) as decided_on,
            cast(expires_on as string) as expires_on
        from {{ name }}
    {% endfor %}
),

-- Not least and greatest: they pass over a record id that is missing.
turned as (
    select distinct
        origin,
        case when left_record_id > right_record_id then right_record_id else left_record_id end
            as left_record_id,
        case when left_record_id > right_record_id then left_record_id else right_record_id end
            as right_record_id,
        identifier_type,
        identifier_value,
        override,
        author,
        reason,
        {{ firstparty.try_cast_to('decided_on', 'date') }} as decided_on,
        {{ firstparty.try_cast_to('expires_on', 'date') }} as expires_on,
        expires_on is not null as has_expiry
    from written
),

judged as (
    select
        *,
        coalesce(
            override in ('force_link', 'never_link', 'unsure')
            and (left_record_id <> right_record_id or identifier_value is not null)
            and (identifier_type is not null or identifier_value is null)
            and (expires_on is not null or not has_expiry),
            false
        ) as is_understood,
        coalesce(cast(expires_on as timestamp) <= {{ firstparty.as_of() }}, false) as is_expired
    from turned
),

int_identity__overrides_written as (
    select
        origin,
        left_record_id,
        right_record_id,
        identifier_type,
        identifier_value,
        override,
        author,
        reason,
        decided_on,
        expires_on,
        is_understood,
        is_expired,
        is_understood and not is_expired and override <> 'unsure' as is_in_force
    from judged
)

select * from int_identity__overrides_written

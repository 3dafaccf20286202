{{ config(materialized='maintained', key=['record_id']) }}
{% call firstparty.affected() %}{{ firstparty.changed_record_ids() }}{% endcall %}

-- Grain: one row per record, identifier type and value that its rows carry as they are, with the
-- span in which the pair was seen. A record keeps every value it ever showed, not only its latest:
-- an old e-mail still links. mailbox is where an e-mail address delivers: without the plus tag,
-- and for Gmail without dots.
{% set shown_columns = {
    'user_id': 'user_id', 'loyalty_number': 'loyalty_number', 'national_id': 'national_id',
    'email': 'email', 'secondary_email': 'email', 'phone': 'phone', 'mobile_phone': 'phone',
    'anonymous_id': 'anonymous_id', 'device_id': 'device_id', 'advertising_id': 'advertising_id',
    'push_token': 'push_token', 'social_handle': 'social_handle',
} -%}

-- Read once for each column: DuckDB would keep all columns of a CTE that is read twice in memory.
-- Of few rows it may.
with

{% if firstparty.is_of_changes() -%}
    person_rows as (
        {{ firstparty.affected_person_rows() }}
    ),

{% endif -%}
{% for column in shown_columns -%}
    {{ column }}_rows as (
        select *
        from {{ 'person_rows' if firstparty.is_of_changes() else ref('int_identity__person_rows') }}
    ),

{% endfor -%}

shown as (
    {% for column, identifier_type in shown_columns.items() %}
        {{ "union all" if not loop.first }}
        select
            record_id,
            '{{ identifier_type }}' as identifier_type,
            {{ column }} as identifier_value,
            first_seen_at,
            last_seen_at
        from {{ column }}_rows
        where {{ column }} is not null
    {% endfor %}
),

delivered as (
    select
        record_id,
        split_part(split_part(identifier_value, '@', 1), '+', 1) as local_part,
        split_part(identifier_value, '@', 2) as domain,
        first_seen_at,
        last_seen_at
    from shown
    where identifier_type = 'email'
),

with_mailboxes as (
    select
        record_id,
        identifier_type,
        identifier_value,
        first_seen_at,
        last_seen_at
    from shown
    union all
    select
        record_id,
        'mailbox' as identifier_type,
        case
            when domain in ('gmail.com', 'googlemail.com')
                then replace(local_part, '.', '') || '@gmail.com'
            else local_part || '@' || domain
        end as identifier_value,
        first_seen_at,
        last_seen_at
    from delivered
),

int_identity__identifier_rows as (
    select
        record_id,
        identifier_type,
        identifier_value,
        min(first_seen_at) as first_seen_at,
        max(last_seen_at) as last_seen_at
    from with_mailboxes
    group by record_id, identifier_type, identifier_value
)

select * from int_identity__identifier_rows

-- Grain: one row per record_id that any staged row carries. Ids seen only in events (orders of
-- unknown customers, card numbers, cookies) are records too, with nulls for what nobody told. Each
-- attribute is the latest value that is not null, taken by itself: the row that last changed an
-- address need not be the one that last told a birth date. Name keys are for comparison only,
-- never for display.
with person_rows as (select * from {{ ref('int_identity__person_rows') }}),

latest as (
    select
        record_id,
        {% for column in [
            'name_prefix', 'given_name', 'middle_name', 'family_name', 'name_suffix', 'full_name',
            'birth_date', 'birth_date_raw', 'gender', 'email', 'email_raw', 'phone', 'phone_raw',
            'street_address', 'city', 'region', 'postal_code', 'country', 'company', 'attributes',
            'user_id', 'loyalty_number', 'national_id', '_source_file', '_source_row',
        ] -%}
            {{ firstparty.latest_known(column) }} as {{ column }},
        {% endfor -%}
        min(first_seen_at) as first_seen_at,
        max(last_seen_at) as last_seen_at
    from person_rows
    group by record_id
),

named as (
    select
        record_id,
        case
            when given_name is not null or family_name is not null then given_name
            else {{ firstparty.given_name_of('full_name') }}
        end as given_name,
        coalesce(middle_name, {{ firstparty.middle_name_of('full_name') }}) as middle_name,
        case
            when given_name is not null or family_name is not null then family_name
            else {{ firstparty.family_name_of('full_name') }}
        end as family_name
    from latest
),

int_identity__records as (
    select
        latest.record_id,
        split_part(latest.record_id, ':', 1) as source,
        substr(latest.record_id, length(split_part(latest.record_id, ':', 1)) + 2)
            as source_record_id,
        latest.name_prefix,
        named.given_name,
        named.middle_name,
        named.family_name,
        latest.name_suffix,
        coalesce(
            latest.full_name,
            nullif(trim(
                coalesce(named.given_name || ' ', '') || coalesce(named.middle_name || ' ', '')
                || coalesce(named.family_name, '')
            ), '')
        ) as full_name,
        {{ firstparty.name_key('named.given_name') }} as given_name_key,
        {{ firstparty.name_key('named.family_name') }} as family_name_key,
        latest.birth_date,
        latest.birth_date_raw,
        latest.gender,
        latest.email,
        latest.email_raw,
        latest.phone,
        latest.phone_raw,
        latest.street_address,
        latest.city,
        latest.region,
        latest.postal_code,
        latest.country,
        latest.company,
        latest.attributes,
        latest.user_id,
        latest.loyalty_number,
        latest.national_id,
        latest.first_seen_at,
        latest.last_seen_at,
        latest._source_file,
        latest._source_row
    from latest
    inner join named on latest.record_id = named.record_id
)

select * from int_identity__records
